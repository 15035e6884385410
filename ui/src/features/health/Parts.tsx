import { useNavigate } from "@tanstack/react-router";
import type { HealthPart } from "@/data/client";
import { sayReason } from "@/data/say";
import { LinkButton } from "@/design/Button";
import { MessageGlyph, PersonGlyph } from "@/design/Glyph";
import type { SettingsPage } from "@/features/settings/pages";
import { releaseHold } from "@/features/workspace/releaseHold";
import { useText } from "@/i18n";
import css from "./health.module.css";

/** The page of the settings where a part is set up, if there is one. */
const pages: Record<string, SettingsPage> = {
  mail: "mail",
  ai: "ai",
  sheets: "sheets",
  keychain: "security",
};

/** Each part of the desk and each connection with a sentence. */
export function Parts({ parts }: { parts: readonly HealthPart[] }) {
  return (
    <ul className={css.rows}>
      {parts.map((part) => (
        <Part key={part.name} part={part} />
      ))}
    </ul>
  );
}

function Part({ part }: { part: HealthPart }) {
  const t = useText();
  const navigate = useNavigate();
  const page = pages[part.name];
  return (
    <li>
      <StateGlyph state={part.state} />
      <span className={css.name}>{partName(part.name, t)}</span>
      <span className={css.words} title={sayReason(part.what)}>
        {sayReason(part.what)}
      </span>
      <span className={css.act}>
        {part.name === "restore" && (
          <LinkButton onClick={() => void releaseHold()}>{t("frame:banner.release")}</LinkButton>
        )}
        {page && part.state !== "ok" && (
          <LinkButton onClick={() => void navigate({ to: "/settings", search: { page } })}>
            {t(part.state === "off" ? "health:setUp" : "health:mend")}
          </LinkButton>
        )}
      </span>
    </li>
  );
}

/** A state as a shape with its word: tick, empty ring, half, cross. */
function StateGlyph({ state }: { state: string }) {
  const t = useText();
  switch (state) {
    case "ok":
      return <MessageGlyph progress="sent" label={t("health:state.ok")} />;
    case "warn":
      return <MessageGlyph progress="held" label={t("health:state.warn")} />;
    case "bad":
      return <MessageGlyph progress="failed" label={t("health:state.bad")} />;
    default:
      return <PersonGlyph progress="new" label={t("health:state.off")} />;
  }
}

function partName(name: string, t: ReturnType<typeof useText>): string {
  switch (name) {
    case "desk":
    case "keychain":
    case "mail":
    case "ai":
    case "sheets":
    case "backup":
    case "jobs":
    case "restore":
      return t(`health:part.${name}`);
    default:
      return name;
  }
}
