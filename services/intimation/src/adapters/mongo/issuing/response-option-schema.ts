import { Schema } from 'mongoose';
import type { ResponseOption } from '../../../domain/issuing/response-option.ts';

export const responseOptionSchema = new Schema<ResponseOption>(
  {
    responseTypeId: { type: String, required: true },
    name: { type: String, required: true },
    amount: {
      type: new Schema({ unit: { type: String, required: true }, value: { type: Number, required: true } }, { _id: false }),
      default: null,
    },
  },
  { _id: false },
);
