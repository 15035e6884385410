import { useQuery } from "@tanstack/react-query";
import { commands } from "@/data/client";
import { read } from "@/data/queries";
import { LinkButton } from "@/design/Button";
import { ChoiceField } from "@/design/Field";
import { Notice } from "@/design/Notice";
import { useText } from "@/i18n";
import { SecretSetting, TextSetting } from "./controls";
import { Group, Line } from "./Group";
import { modelPresets } from "./presets";
import { TestColumn } from "./TestColumn";
import { Tiles } from "./Tiles";
import { useSettings } from "./useSettings";

type Home = (typeof modelPresets)[number]["id"] | "other";

/** A model that writes drafts: on this computer or at a vendor; without one the templates write. */
export function AiPage() {
  const t = useText();
  const { value, save } = useSettings();
  const url = value("ai.base_url");
  const home: Home = modelPresets.find((preset) => preset.url === url)?.id ?? "other";
  const models = useQuery({
    ...read(["ai_models", url], ["settings"], () => commands.aiModels({})),
    retry: false,
    enabled: url !== "",
  });
  const offered = models.data?.models ?? [];
  const model = value("ai.model");
  return (
    <>
      <Group title={t("settings:ai.where")}>
        <Tiles<Home>
          label={t("settings:ai.where")}
          tiles={[
            ...modelPresets.map((preset) => ({
              id: preset.id as Home,
              label: t(`settings:ai.preset.${preset.id}`),
            })),
            { id: "other", label: t("settings:ai.other") },
          ]}
          value={home}
          onChoose={(id) => {
            const preset = modelPresets.find((other) => other.id === id);
            if (preset) void save("ai.base_url", preset.url);
          }}
        />
      </Group>
      <Group title={t("settings:ai.reach")}>
        <TextSetting
          name="ai.base_url"
          label={t("settings:ai.address")}
          hint={t("settings:ai.addressHint")}
        />
        {offered.length > 0 ? (
          <Line label={t("settings:ai.model")} hint={t("settings:ai.offered", { count: offered.length })}>
            <ChoiceField
              aria-label={t("settings:ai.model")}
              searchable
              data={[
                { value: "", label: t("settings:ai.noModel") },
                ...[...new Set([...(model ? [model] : []), ...offered])].map((name) => ({
                  value: name,
                  label: name,
                })),
              ]}
              value={model}
              onChange={(next) => void save("ai.model", next ?? "")}
            />
          </Line>
        ) : (
          <TextSetting name="ai.model" label={t("settings:ai.model")} hint={t("settings:ai.modelHint")} />
        )}
        <SecretSetting
          name="ai.api_key"
          label={t("settings:ai.key")}
          hint={home === "openai" || home === "other" ? undefined : t("settings:ai.noKey")}
        />
      </Group>
      <Notice
        tone="quiet"
        title={t("settings:ai.whatTitle")}
        actions={
          model && (
            <LinkButton onClick={() => void save("ai.model", "")}>{t("settings:ai.templates")}</LinkButton>
          )
        }
      >
        {t("settings:ai.what")}
      </Notice>
    </>
  );
}

/** The endpoint tested with one short call. */
export function AiTest() {
  const t = useText();
  const { value } = useSettings();
  return (
    <TestColumn
      steps={["connect", "call"]}
      test={() => commands.aiTest({})}
      blocked={value("ai.model") ? undefined : t("settings:ai.needsModel")}
      note={t("settings:ai.testNote")}
    />
  );
}
