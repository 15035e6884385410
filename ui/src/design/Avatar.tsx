import css from "./Avatar.module.css";
import { initials } from "./format/people";

/** The disc of a person, or the 4 px square of a company, with two letters. Decorative: the name stands beside it. */
export function Avatar({
  name,
  of = "person",
  size = "sm",
}: {
  name: string;
  of?: "person" | "company";
  size?: "sm" | "md" | "lg" | "xl";
}) {
  return (
    <span className={css.avatar} data-of={of} data-size={size} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
