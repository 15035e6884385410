import {
  PasswordInput,
  type PasswordInputProps,
  Select,
  type SelectProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from "@mantine/core";
import { ChevronDown, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "@/i18n";
import css from "./fields.module.css";
import { Icon } from "./Icon";

interface Said {
  /** What the field is for, in 12 px under it; an error takes its place. */
  hint?: ReactNode;
  /** What is wrong, what was not done, what to type instead. */
  error?: string | undefined;
}

function said({ hint, error }: Said) {
  return {
    description: error ? undefined : hint,
    error: error ? (
      <span className={css.errorLine}>
        <Icon of={TriangleAlert} size={14} />
        <span>{error}</span>
      </span>
    ) : undefined,
  };
}

/** One line of text. The label stands above, the hint under it. */
export function TextField({ hint, error, ...rest }: Omit<TextInputProps, "error"> & Said) {
  return <TextInput {...rest} {...said({ hint, error })} />;
}

/** Several lines of text, growing with what is typed. */
export function AreaField({ hint, error, ...rest }: Omit<TextareaProps, "error"> & Said) {
  return <Textarea autosize minRows={3} {...rest} {...said({ hint, error })} />;
}

/** A secret: never prefilled, shown only while its eye is pressed. */
export function SecretField({ hint, error, ...rest }: Omit<PasswordInputProps, "error"> & Said) {
  const t = useText();
  return (
    <PasswordInput
      autoComplete="off"
      visibilityToggleButtonProps={{ "aria-label": t("common:showTyped") }}
      {...rest}
      {...said({ hint, error })}
    />
  );
}

/** One of a few known values. */
export function ChoiceField({ hint, error, ...rest }: Omit<SelectProps, "error"> & Said) {
  return <Select rightSection={<Icon of={ChevronDown} size={14} />} {...rest} {...said({ hint, error })} />;
}
