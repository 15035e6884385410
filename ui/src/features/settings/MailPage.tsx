import { Send } from "lucide-react";
import { act } from "@/data/act";
import { commands } from "@/data/client";
import { Button } from "@/design/Button";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import { SecretSetting, TextSetting, WordSetting } from "./controls";
import { Group } from "./Group";
import { mailPresets } from "./presets";
import css from "./settings.module.css";
import { TestColumn } from "./TestColumn";
import { Tiles } from "./Tiles";
import { useSettings } from "./useSettings";

type Home = "practice" | "own" | (typeof mailPresets)[number]["id"];

/** Where mail leaves from: the practice outbox, or the seller's own server. */
export function MailPage() {
  const t = useText();
  const { value, save } = useSettings();
  const practice = value("mail.transport") !== "smtp";
  const known = mailPresets.find((preset) => preset.host === value("mail.smtp.host"));
  const home: Home = practice ? "practice" : (known?.id ?? "own");
  const choose = async (id: Home) => {
    const preset = mailPresets.find((other) => other.id === id);
    if (preset) {
      await save("mail.smtp.host", preset.host);
      await save("mail.smtp.port", preset.port);
      await save("mail.smtp.security", preset.security);
    }
    await save("mail.transport", id === "practice" ? "practice" : "smtp");
  };
  return (
    <>
      <Group title={t("settings:mail.where")}>
        <Tiles<Home>
          label={t("settings:mail.where")}
          tiles={[
            { id: "practice", label: t("settings:mail.practice") },
            { id: "own", label: t("settings:mail.own") },
            ...mailPresets.map((preset) => ({
              id: preset.id,
              label: t(`settings:mail.preset.${preset.id}`),
            })),
          ]}
          value={home}
          onChoose={(id) => void choose(id)}
        />
        {practice ? (
          <Notice tone="accent" title={t("settings:mail.practiceTitle")}>
            {t("settings:mail.practiceWords")}
          </Notice>
        ) : (
          home !== "own" && <p className={css.advice}>{t(`settings:mail.advice.${home as "gmail"}`)}</p>
        )}
      </Group>
      {!practice && (
        <Group title={t("settings:mail.sending")}>
          <TextSetting
            name="mail.smtp.host"
            label={t("settings:mail.server")}
            placeholder="smtp.cevenol.example"
          />
          <TextSetting name="mail.smtp.port" label={t("settings:mail.port")} narrow />
          <WordSetting
            name="mail.smtp.security"
            label={t("settings:mail.security")}
            hint={t("settings:mail.securityHint")}
            words={(["tls", "starttls", "none"] as const).map((word) => ({
              value: word,
              label: t(`settings:mail.${word}`),
            }))}
          />
          <TextSetting
            name="mail.smtp.user"
            label={t("settings:mail.user")}
            placeholder="elodie@cevenol.example"
          />
          <SecretSetting name="mail.smtp.password" label={t("settings:mail.password")} />
        </Group>
      )}
      <Group title={t("settings:mail.addresses")}>
        <TextSetting
          name="mail.from"
          label={t("settings:mail.from")}
          hint={t("settings:mail.fromHint")}
          placeholder="elodie@cevenol.example"
        />
        <TextSetting
          name="mail.opt_out_to"
          label={t("settings:mail.optOut")}
          hint={t("settings:mail.optOutHint")}
        />
        <TextSetting
          name="mail.notify_to"
          label={t("settings:mail.notify")}
          hint={t("settings:mail.notifyHint")}
        />
      </Group>
    </>
  );
}

/** The mail account tested part by part; a real message goes to the seller only. */
export function MailTest() {
  const t = useText();
  const { value } = useSettings();
  const noAddress = value("mail.from") ? undefined : t("settings:mail.noFrom");
  return (
    <TestColumn
      steps={value("mail.transport") === "smtp" ? ["dns", "connect", "tls", "sign_in"] : ["practice"]}
      test={() => commands.mailTest({})}
      note={t("settings:mail.testNote")}
      actions={
        <Button
          kind="ghost"
          icon={Send}
          blocked={noAddress}
          onClick={() =>
            void act(commands.mailSendTest({}), (row) => t("settings:mail.testSent", { to: row.to }))
          }
        >
          {t("settings:mail.sendTest")}
        </Button>
      }
    />
  );
}
