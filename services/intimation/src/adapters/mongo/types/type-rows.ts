import { Schema } from 'mongoose';
import type { IntimationType } from '../../../domain/types/intimation-type.ts';
import type { ResponseType } from '../../../domain/types/response-type.ts';

/** A type as it is stored: with the key that its name is unique by. */
export type TypeRow<Type extends { readonly id: string }> = Omit<Type, 'id'> & {
  readonly _id: string;
  readonly municipalityId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly active: boolean;
  readonly used: boolean;
  readonly version: number;
};

const text = { type: String, required: true };
const flag = { type: Boolean, required: true };
const common = { _id: text, municipalityId: text, name: text, nameKey: text, active: flag, used: flag, version: { type: Number, required: true } };

export const intimationTypeSchema = new Schema<TypeRow<IntimationType>>(
  { ...common, responseMode: text, responseTypeIds: { type: [String], required: true } },
  { collection: 'intimation_types', versionKey: false },
);
intimationTypeSchema.index({ municipalityId: 1, nameKey: 1 }, { unique: true });
intimationTypeSchema.index({ responseTypeIds: 1 });

export const responseTypeSchema = new Schema<TypeRow<ResponseType>>(
  {
    ...common,
    amount: { type: new Schema({ unit: text, value: { type: Number, required: true } }, { _id: false }), default: null },
  },
  { collection: 'response_types', versionKey: false },
);
responseTypeSchema.index({ municipalityId: 1, nameKey: 1 }, { unique: true });
