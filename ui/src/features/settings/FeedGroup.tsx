import { Button } from "@/design/Button";
import { useText } from "@/i18n";
import { pickTarget } from "@/platform/files";
import { TextSetting, WordSetting } from "./controls";
import { Group, Line } from "./Group";
import { useSettings } from "./useSettings";

/** A calendar file that is kept up to date for other programs. Nothing is written until a place is named. */
export function FeedGroup() {
  const t = useText();
  const { value, save } = useSettings();
  const path = value("agenda.feed_path");
  const choose = async () => {
    const chosen = await pickTarget("ics", `${t("agenda:file.name")}.ics`);
    if (chosen) await save("agenda.feed_path", chosen);
  };
  return (
    <Group title={t("settings:feed.title")}>
      <TextSetting
        name="agenda.feed_path"
        label={t("settings:feed.path")}
        hint={t("settings:feed.hint")}
        placeholder={t("settings:feed.none")}
      />
      <Line label="">
        <Button size="sm" onClick={() => void choose()}>
          {t("settings:feed.choose")}
        </Button>
      </Line>
      {path && (
        <WordSetting
          name="agenda.feed_content"
          label={t("settings:feed.content")}
          hint={t("settings:feed.contentHint")}
          words={(["titles", "everything"] as const).map((word) => ({
            value: word,
            label: t(`settings:feed.${word}`),
          }))}
        />
      )}
    </Group>
  );
}
