import { expect, test } from "vitest";
import { type WholeClient, clientInput, savedClient } from "./clientFields";

const client = { id: "c", firstName: "Ann", lastName: "Adams", birthDate: "1980-01-31", sex: "FEMALE", city: null, signatureOnFile: true, maskedIdNumber: "•••••6789", version: 3 } as unknown as WholeClient;

test("what is not there is an empty field", () => {
  expect(savedClient(client)).toMatchObject({ version: 3, fields: { firstName: "Ann", city: "", signatureOnFile: true, idNumber: "•••••6789" } });
});

test("an ID number that was not touched is left out, a removed one is empty, a new one is said", () => {
  const { fields } = savedClient(client);
  expect("idNumber" in clientInput(fields)).toBe(false);
  expect(clientInput({ ...fields, idNumber: "" }).idNumber).toBe("");
  expect(clientInput({ ...fields, idNumber: "123-45-6789" }).idNumber).toBe("123-45-6789");
});

test("a date that was removed is none", () => {
  expect(clientInput({ ...savedClient(client).fields, birthDate: "" }).birthDate).toBeNull();
});
