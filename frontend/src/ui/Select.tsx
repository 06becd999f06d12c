import { useState } from "react";
import type { Option } from "./option";
import { later } from "./later";
import { SelectFace, type SelectFieldProps, type SelectWish } from "./SelectFace";

const LaterSelectField = later(() => import("./SelectField").then((module) => module.SelectField), SelectFace);

interface SelectProps<K extends string> extends Omit<SelectFieldProps, "options" | "value" | "onChange" | "wish" | "onWish"> {
  options: readonly Option<K>[];
  value: K | null;
  onChange: (value: K) => void;
}

export function Select<K extends string>({ options, onChange, ...field }: SelectProps<K>) {
  const [wish, setWish] = useState<SelectWish>();
  const choose = (value: string) => {
    const option = options.find((one) => one.value === value);
    if (option) onChange(option.value);
  };
  return <LaterSelectField {...field} options={options} onChange={choose} wish={wish} onWish={setWish} />;
}
