import { useQuery } from "@tanstack/react-query";
import { CircleStop, ExternalLink, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { commands, type SheetsStatus } from "@/data/client";
import { read } from "@/data/queries";
import { sayReason } from "@/data/say";
import { Button } from "@/design/Button";
import { TextField } from "@/design/Field";
import { useFormat } from "@/design/format";
import { Notice } from "@/design/Notice";
import { ProgressBar } from "@/design/ProgressBar";
import { Tag } from "@/design/Tag";
import { useText } from "@/i18n";
import { SecretSetting, TextSetting } from "./controls";
import { Group, Line } from "./Group";
import css from "./settings.module.css";

const status = read(["sheets_status"], ["sheets", "settings"], () => commands.sheetsStatus({}));

/** Google Sheets with the seller's own client: connect, choose a sheet, write the 11 columns. */
export function SheetsPage() {
  const t = useText();
  const now = useQuery({
    ...status,
    refetchInterval: ({ state }) => (state.data?.state === "connecting" || state.data?.push ? 1000 : false),
  }).data;
  return (
    <>
      <Group title={t("settings:sheets.client")} aside={t("settings:sheets.clientAside")}>
        <ol className={css.guide}>
          {(["project", "api", "consent", "desktop"] as const).map((step) => (
            <li key={step}>{t(`settings:sheets.guide.${step}`)}</li>
          ))}
        </ol>
        <TextSetting
          name="google.client_id"
          label={t("settings:sheets.id")}
          placeholder="1234567890-abc.apps.googleusercontent.com"
        />
        <SecretSetting name="google.client_secret" label={t("settings:sheets.secret")} />
      </Group>
      {now && <Connection now={now} />}
    </>
  );
}

function Connection({ now }: { now: SheetsStatus }) {
  const t = useText();
  const connected = now.state === "connected";
  return (
    <>
      <Group title={t("settings:sheets.account")}>
        {now.trouble && (
          <Notice tone="bad" title={t("settings:sheets.trouble")}>
            {sayReason(now.trouble)}
          </Notice>
        )}
        <Line label={t("settings:sheets.access")} hint={t("settings:sheets.accessHint")}>
          <span className={css.lineActs}>
            <Tag tone={connected ? "ok" : now.state === "withdrawn" ? "bad" : "quiet"}>
              {t(`settings:sheets.state.${now.state as "connected"}`)}
            </Tag>
            {connected ? (
              <Button
                size="sm"
                onClick={() =>
                  void act(commands.sheetsDisconnect({}), () => t("settings:sheets.disconnected"))
                }
              >
                {t("settings:sheets.disconnect")}
              </Button>
            ) : (
              <Button
                size="sm"
                icon={ExternalLink}
                blocked={now.state === "no_client" ? t("settings:sheets.needsClient") : undefined}
                busy={now.state === "connecting"}
                onClick={() => void act(commands.sheetsConnect({}))}
              >
                {t("settings:sheets.connect")}
              </Button>
            )}
            {now.state === "connecting" && (
              <Button size="sm" kind="ghost" onClick={() => void act(commands.sheetsCancel({}))}>
                {t("common:cancel")}
              </Button>
            )}
          </span>
        </Line>
      </Group>
      {connected && <Sheet now={now} />}
    </>
  );
}

function Sheet({ now }: { now: SheetsStatus }) {
  const t = useText();
  const format = useFormat();
  const [url, setUrl] = useState("");
  const push = () =>
    void act(commands.sheetsPush({ selection: { kind: "all" } }), (done) =>
      t("settings:sheets.pushed", { added: done.added, changed: done.changed, unchanged: done.unchanged }),
    );
  return (
    <Group
      title={t("settings:sheets.sheet")}
      aside={now.pushedAt ? t("settings:sheets.last", { at: format.dayTime(now.pushedAt) }) : undefined}
    >
      {now.title ? (
        <Line label={t("settings:sheets.inUse")} hint={t("settings:sheets.columns")}>
          <b>{now.title}</b>
        </Line>
      ) : (
        <p className={css.advice}>{t("settings:sheets.none")}</p>
      )}
      <Line label={t("settings:sheets.other")} hint={t("settings:sheets.pickerHint")}>
        <span className={css.secretForm}>
          <TextField
            className={css.wide}
            aria-label={t("settings:sheets.url")}
            placeholder="https://docs.google.com/spreadsheets/d/…"
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
          />
          <Button
            onClick={() =>
              void act(commands.sheetsAttach({ url: url.trim() }), (done) =>
                t("settings:sheets.attached", { title: done.title ?? "" }),
              )
            }
          >
            {t("settings:sheets.choose")}
          </Button>
        </span>
      </Line>
      <div className={css.lineActs}>
        <Button
          icon={Plus}
          onClick={() =>
            void act(commands.sheetsCreate({ title: t("settings:sheets.newTitle") }), (done) =>
              t("settings:sheets.created", { title: done.title ?? "" }),
            )
          }
        >
          {t("settings:sheets.create")}
        </Button>
        <Button
          icon={Upload}
          busy={now.push !== null}
          blocked={now.spreadsheetId ? undefined : t("settings:sheets.needsSheet")}
          onClick={push}
        >
          {t("settings:sheets.push")}
        </Button>
        {now.push && (
          <Button kind="ghost" icon={CircleStop} onClick={() => void act(commands.sheetsCancel({}))}>
            {t("settings:sheets.stop")}
          </Button>
        )}
      </div>
      {now.push && (
        <>
          <ProgressBar
            label={t("settings:sheets.push")}
            total={Math.max(now.push.of, 1)}
            shares={[{ id: "rows", value: now.push.done, tone: "accent", label: t("settings:sheets.rows") }]}
          />
          <p className={css.advice}>
            {t("settings:sheets.progress", { done: now.push.done, of: now.push.of, calls: now.push.calls })}
          </p>
          {now.push.waiting && (
            <p className={css.advice} role="status">
              {t("settings:sheets.waiting", {
                why: sayReason(now.push.waiting.reason),
                time: format.clock(now.push.waiting.until),
              })}
            </p>
          )}
        </>
      )}
    </Group>
  );
}
