import { useEffect, useRef, useState } from "react";
import { Button, LinkButton } from "@/design/Button";
import { KeyCap } from "@/design/KeyCap";
import { type Keymap, ownKeys, readKeymap, useKeymap } from "@/design/keymap";
import { Notice } from "@/design/Notice";
import { type Bindable, bindable, takenBy } from "@/features/palette/bindable";
import { pressOf } from "@/features/palette/shortcuts";
import { useText } from "@/i18n";
import { Group } from "./Group";
import css from "./keys.module.css";
import { useSettings } from "./useSettings";

/** How long a second press may follow the first, in milliseconds. */
const SECOND_MS = 900;

/** The sheet of keys, each to be chosen anew; a key that is taken says by what, and can be exchanged. */
export function KeysPage() {
  const t = useText();
  const { value, save } = useSettings();
  const map = useKeymap();
  const kept = readKeymap(value("window.keys"));
  const [listening, setListening] = useState<string>();
  const [clash, setClash] = useState<{ of: Bindable; keys: string; by: Bindable | "fixed" | "begins" }>();
  const title = (one: Bindable) => t(one.title, one.place ? { place: t(one.place) } : undefined);
  const write = (next: Keymap) => {
    const own = Object.fromEntries(Object.entries(next).filter(([keys, to]) => keys !== to));
    setClash(undefined);
    void save("window.keys", Object.keys(own).length > 0 ? JSON.stringify(own) : "");
  };
  const choose = (of: Bindable, keys: string) => {
    setListening(undefined);
    if (keys === ownKeys(of.keys)) return;
    const by = takenBy(keys, of.keys);
    if (by) setClash({ of, keys, by });
    else write({ ...kept, [of.keys]: keys });
  };
  return (
    <>
      <p className={css.words}>
        {t("settings:keys.words")}{" "}
        {Object.keys(kept).length > 0 && (
          <LinkButton onClick={() => write({})}>{t("settings:keys.reset")}</LinkButton>
        )}
      </p>
      {bindable.map((group) => (
        <Group key={group.title} title={t(group.title)}>
          {group.keys.map((one) => (
            <div key={one.keys} className={css.row}>
              <span>{title(one)}</span>
              {listening === one.keys ? (
                <Listen onKeys={(keys) => choose(one, keys)} onCancel={() => setListening(undefined)} />
              ) : (
                <>
                  <KeyCap keys={one.keys} />
                  <Button
                    size="sm"
                    kind="ghost"
                    aria-label={t("settings:keys.changeOf", { what: title(one) })}
                    onClick={() => {
                      setClash(undefined);
                      setListening(one.keys);
                    }}
                  >
                    {t("settings:keys.change")}
                  </Button>
                  {map[one.keys] !== undefined && (
                    <LinkButton onClick={() => choose(one, one.keys)}>{t("settings:keys.usual")}</LinkButton>
                  )}
                </>
              )}
              {clash?.of.keys === one.keys && (
                <div className={css.clash}>
                  <Notice
                    tone="warn"
                    title={
                      typeof clash.by === "string"
                        ? t(`settings:keys.${clash.by}`)
                        : t("settings:keys.taken", { what: title(clash.by) })
                    }
                    actions={
                      typeof clash.by !== "string" && (
                        <Button
                          size="sm"
                          onClick={() => {
                            const { of, keys, by } = clash;
                            if (typeof by !== "string")
                              write({ ...kept, [of.keys]: keys, [by.keys]: ownKeys(of.keys) });
                          }}
                        >
                          {t("settings:keys.exchange")}
                        </Button>
                      )
                    }
                  >
                    <KeyCap keys={clash.keys} raw />
                  </Notice>
                </div>
              )}
            </div>
          ))}
        </Group>
      ))}
    </>
  );
}

/** Waits for a key, or two one after the other; Esc leaves things as they are. */
function Listen({ onKeys, onCancel }: { onKeys: (keys: string) => void; onCancel: () => void }) {
  const t = useText();
  const box = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [first, setFirst] = useState("");
  useEffect(() => {
    box.current?.focus();
    return () => clearTimeout(timer.current);
  }, []);
  return (
    <button
      ref={box}
      type="button"
      className={css.listen}
      onBlur={onCancel}
      onKeyDown={(event) => {
        if (["Shift", "Control", "Alt", "Meta", "AltGraph", "Dead"].includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        clearTimeout(timer.current);
        if (event.key === "Escape") return onCancel();
        const press = pressOf(event.nativeEvent);
        if (first) return onKeys(`${first} ${press}`);
        // Only a plain letter may begin two presses.
        if (!/^\p{Ll}$/u.test(press)) return onKeys(press);
        setFirst(press);
        timer.current = setTimeout(() => onKeys(press), SECOND_MS);
      }}
    >
      {first ? <KeyCap keys={first} raw /> : t("settings:keys.press")}
    </button>
  );
}
