import { useThrottledCallback } from "@mantine/hooks";
import { Search, X } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import { IconButton } from "@/design/Button";
import { TextField } from "@/design/Field";
import fields from "@/design/fields.module.css";
import { Icon } from "@/design/Icon";
import { KeyCap } from "@/design/KeyCap";
import { useText } from "@/i18n";
import css from "./list.module.css";

/** The words of a list: searched for as they are typed. Esc takes them away, Enter goes to the rows. */
export function SearchBox({
  inputRef,
  initial,
  onSearch,
  onLeave,
}: {
  inputRef: RefObject<HTMLInputElement | null>;
  initial: string;
  onSearch: (text: string) => void;
  /** The box is left. */
  onLeave?: () => void;
}) {
  const t = useText();
  const [typed, setTyped] = useState(initial);
  // What was asked here and has not come back as the question yet.
  const asked = useRef([initial]);
  // At once, and while the keys come faster than rows can be read, for the last of them.
  const soon = useThrottledCallback((words: string) => {
    asked.current.push(words);
    onSearch(words);
  }, 60);
  // The question may be changed from elsewhere (the sidebar, "clear filters", going back): the box never shows words that are not searched for.
  useEffect(() => {
    const at = asked.current.lastIndexOf(initial);
    if (at < 0) setTyped(initial);
    asked.current = at < 0 ? [initial] : asked.current.slice(at);
  }, [initial]);
  const write = (words: string) => {
    setTyped(words);
    soon(words);
  };
  return (
    <TextField
      ref={inputRef}
      className={css.search}
      classNames={{ root: fields.soft as string }}
      type="search"
      aria-label={t("list:search")}
      placeholder={t("list:search")}
      value={typed}
      leftSection={<Icon of={Search} size={14} />}
      rightSection={
        typed ? (
          <IconButton
            label={t("list:clearSearch")}
            icon={X}
            onClick={() => {
              write("");
              inputRef.current?.focus();
            }}
          />
        ) : (
          <KeyCap keys="/" />
        )
      }
      rightSectionPointerEvents={typed ? "all" : "none"}
      onChange={(event) => write(event.currentTarget.value)}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && event.key !== "ArrowDown" && event.key !== "Enter") return;
        event.preventDefault();
        // Esc first takes the words away, then leaves the box.
        if (event.key === "Escape" && typed) {
          write("");
          return;
        }
        if (event.key === "Escape") event.currentTarget.blur();
        document.querySelector<HTMLElement>("[data-region='main'] .ag-cell")?.focus();
      }}
    />
  );
}
