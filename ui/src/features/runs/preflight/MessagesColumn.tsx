import { useQuery } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import type { Preflight, PreflightMessage, Selection } from "@/data/client";
import { useSetting } from "@/data/desk";
import { sayError, sayReason } from "@/data/say";
import { LinkButton } from "@/design/Button";
import { Checked } from "@/design/Checked";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { KeyCap } from "@/design/KeyCap";
import { Letter, Marked, MessageText } from "@/design/Letter";
import { Notice } from "@/design/Notice";
import { SkeletonRows } from "@/design/Skeleton";
import { useText } from "@/i18n";
import { modelPreviewQuery } from "../queries";
import css from "./preflight.module.css";

interface MessagesProps {
  preflight: Preflight;
  shown: number;
  onShow: (index: number) => void;
  selection: Selection;
  config: string;
  onConfig: () => void;
  /** Leaves for the settings, where the seller's name is given. */
  onIdentity: () => void;
}

/** The first messages exactly as they will leave; what came from the seller's records is underlined. */
export function MessagesColumn({
  preflight,
  shown,
  onShow,
  selection,
  config,
  onConfig,
  onIdentity,
}: MessagesProps) {
  const t = useText();
  const format = useFormat();
  const [model, setModel] = useState(false);
  const index = Math.min(shown, preflight.messages.length - 1);
  const message = preflight.messages[index];
  if (!message) {
    return (
      <section className={css.messages} aria-label={t("runs:preflight.messages", { count: 0 })}>
        <p className={css.none}>
          {preflight.writtenTo > 0 ? t("runs:preflight.noText") : t("runs:preflight.nobody")}
        </p>
      </section>
    );
  }
  return (
    <section
      className={css.messages}
      aria-label={t("runs:preflight.messages", { count: preflight.messages.length })}
    >
      <div className={css.title}>
        <h3>{t("runs:preflight.messages", { count: preflight.messages.length })}</h3>
        <span className={css.end}>
          {t("runs:preflight.place", {
            n: format.count(index + 1),
            of: format.count(preflight.messages.length),
          })}{" "}
          <KeyCap keys="j k" />
        </span>
      </div>
      <div
        className={css.people}
        role="tablist"
        aria-label={t("runs:preflight.messages", { count: preflight.messages.length })}
      >
        {preflight.messages.map((one, place) => (
          <button
            key={one.person.id}
            type="button"
            role="tab"
            className={css.person}
            aria-selected={place === index}
            tabIndex={place === index ? 0 : -1}
            title={one.person.name}
            onClick={() => onShow(place)}
          >
            {one.person.name}
          </button>
        ))}
      </div>
      {model ? (
        <SentToModel selection={selection} config={config} onClose={() => setModel(false)} />
      ) : (
        <>
          <Letter
            from={message.from}
            to={message.to}
            lang={message.language}
            subject={<Marked text={message.subject} merged={message.merged} />}
            foot={
              <Checks
                message={message}
                named={!preflight.warnings.some((warning) => warning.code === "preflight.no_identity")}
                onConfig={onConfig}
                onIdentity={onIdentity}
              />
            }
          >
            <MessageText text={message.text} merged={message.merged} />
          </Letter>
          {message.linkedinNote !== null && <Note note={message.linkedinNote} message={message} />}
          <p className={css.fine}>
            {t(`runs:languageFrom.${message.languageFrom}`, {
              language: t(`runs:language.${message.language === "fr" ? "fr" : "en"}`),
            })}{" "}
            {message.writtenBy === "model"
              ? t("runs:preflight.byModel", { model: preflight.model ?? "" })
              : t("runs:preflight.byTemplate")}{" "}
            {t("runs:preflight.underlined")}
            {preflight.writer === "model" && (
              <>
                {" "}
                <LinkButton onClick={() => setModel(true)}>{t("runs:preflight.seeModel")}</LinkButton>
              </>
            )}
          </p>
        </>
      )}
    </section>
  );
}

interface ChecksProps {
  message: PreflightMessage;
  /** The settings say who writes. */
  named: boolean;
  onConfig: () => void;
  onIdentity: () => void;
}

function Checks({ message, named, onConfig, onIdentity }: ChecksProps) {
  const t = useText();
  const words = message.text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)).length;
  return (
    <>
      {message.warnings.length === 0 ? (
        <Checked>{t("runs:check.filled")}</Checked>
      ) : (
        message.warnings.map((warning) => (
          <Checked key={warning.code} ok={false}>
            {sayReason(warning)}
          </Checked>
        ))
      )}
      {named ? (
        <Checked>{t("runs:check.identity")}</Checked>
      ) : (
        <>
          <Checked ok={false}>
            {t("runs:check.noName")}{" "}
            <LinkButton onClick={onIdentity}>{t("runs:preflight.toIdentity")}</LinkButton>
          </Checked>
          <Checked>{t("runs:check.optOut")}</Checked>
        </>
      )}
      <Checked>{t("runs:check.words", { count: words })}</Checked>
      <span className={css.end}>
        <LinkButton onClick={onConfig}>{t("runs:preflight.changeTexts")}</LinkButton>
      </span>
    </>
  );
}

function Note({ note, message }: { note: string; message: PreflightMessage }) {
  const t = useText();
  const limit = Number(useSetting("linkedin.note_characters") ?? 200);
  return (
    <article className={css.note}>
      <header>
        <Icon of={ExternalLink} />
        <span>{t(message.connected ? "runs:preflight.message" : "runs:preflight.note")}</span>
        {!message.connected && (
          <span className={css.end}>{t("outreach:characters", { count: [...note].length, limit })}</span>
        )}
      </header>
      <p lang={message.language}>
        <Marked text={note} merged={message.merged} />
      </p>
    </article>
  );
}

function SentToModel({
  selection,
  config,
  onClose,
}: {
  selection: Selection;
  config: string;
  onClose: () => void;
}) {
  const t = useText();
  const query = useQuery(modelPreviewQuery(selection, config));
  return (
    <>
      <p className={css.modelHead}>
        <span>
          {query.data ? t("runs:preflight.sentTo", { url: query.data.url }) : t("runs:preflight.sentToModel")}
        </span>
        <span className={css.end}>
          <LinkButton onClick={onClose}>{t("runs:preflight.backToMessage")}</LinkButton>
        </span>
      </p>
      {query.data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long request is scrolled by key
        <pre className={css.model} tabIndex={0}>
          {query.data.body}
        </pre>
      ) : query.error ? (
        <Notice tone="bad" title={t("runs:preflight.modelUnreadable")}>
          {sayError(query.error)}
        </Notice>
      ) : (
        <SkeletonRows rows={4} />
      )}
      <p className={css.fine}>{t("runs:preflight.modelHint")}</p>
    </>
  );
}
