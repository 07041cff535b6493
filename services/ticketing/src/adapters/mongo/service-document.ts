import { Schema } from 'mongoose';
import type { CityService } from '../../domain/catalogue.ts';
import { searchText } from '../../domain/catalogue.ts';
import type { FormField } from '../../domain/form.ts';

export interface ServiceDocument extends Omit<CityService, 'id'> {
  readonly _id: string;
  /** Category and name, for the order of the catalogue. */
  readonly sortKey: string;
  /** Everything one may search for, without accents and case. */
  readonly searchText: string;
}

const option = new Schema({ value: String, label: String }, { _id: false, id: false });
const link = new Schema({ text: String, url: String }, { _id: false, id: false });
const fileRule = new Schema({ accept: [String], maxBytes: Number, minCount: Number, maxCount: Number }, { _id: false, id: false });
const field = new Schema<FormField>(
  {
    key: { type: String, required: true },
    label: { type: String, required: true },
    kind: { type: String, required: true },
    mask: { type: String, default: null },
    required: { type: Boolean, required: true },
    help: { type: String, default: null },
    maxLength: { type: Number, default: null },
    options: { type: [option], default: null },
    link: { type: link, default: null },
    files: { type: fileRule, default: null },
  },
  { _id: false, id: false },
);

export const serviceSchema = new Schema<ServiceDocument>(
  {
    _id: { type: String, required: true },
    municipalityId: { type: String, required: true },
    key: { type: String, required: true },
    name: { type: String, required: true },
    description: String,
    guidance: String,
    categoryPath: { type: [String], required: true },
    unitId: { type: String, required: true },
    audience: { type: String, required: true },
    active: { type: Boolean, required: true },
    onlyOneOpen: { type: Boolean, required: true },
    fields: { type: [field], required: true },
    version: { type: Number, required: true },
    sortKey: { type: String, required: true },
    searchText: { type: String, required: true },
  },
  { collection: 'services', versionKey: false },
);
serviceSchema.index({ municipalityId: 1, key: 1 }, { unique: true });
serviceSchema.index({ municipalityId: 1, active: 1, sortKey: 1, _id: 1 });

export function serviceOf({ _id, sortKey, searchText: text, ...service }: ServiceDocument): CityService {
  return { id: _id, ...service };
}

export function documentOfService({ id, ...service }: CityService): ServiceDocument {
  const path = service.categoryPath.join(' ');
  return {
    _id: id,
    ...service,
    sortKey: searchText(`${path} ${service.name}`),
    searchText: searchText(`${path} ${service.name} ${service.description}`),
  };
}
