import type { ComponentProps } from "react";
import css from "./Radio.module.css";

/** One of several, drawn alike in every webview: the native one looks chosen in the dark. */
export function Radio(props: Omit<ComponentProps<"input">, "type" | "className">) {
  return <input {...props} type="radio" className={css.radio} />;
}
