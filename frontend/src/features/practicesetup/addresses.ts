import type { PracticeField, PracticeFields } from "./practiceFields";

export type AddressName = "office" | "billing" | "payTo";

export const addressFields = (name: AddressName): PracticeField[] => [`${name}Street`, `${name}City`, `${name}State`, `${name}Zip`];

export const isEmptyAddress = (name: AddressName, fields: PracticeFields): boolean => addressFields(name).every((field) => fields[field] === "");
