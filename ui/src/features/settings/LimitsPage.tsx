import { useText } from "@/i18n";
import { FlagSettings, TextSetting, WordSetting } from "./controls";
import { Group } from "./Group";
import { WindowSetting } from "./WindowSetting";

/** How much leaves, how fast and when. The gate reads these at the last moment. */
export function LimitsPage() {
  const t = useText();
  return (
    <>
      <Group title={t("settings:limits.pace")}>
        <TextSetting
          name="outreach.daily_cap"
          label={t("settings:limits.cap")}
          unit={t("settings:limits.perDay")}
          narrow
          hint={t("settings:limits.capHint")}
        />
        <FlagSettings
          label=""
          flags={[
            { name: "outreach.ramp", label: t("settings:limits.ramp"), hint: t("settings:limits.rampHint") },
          ]}
        />
        <TextSetting
          name="outreach.min_gap_seconds"
          label={t("settings:limits.gap")}
          unit={t("settings:limits.seconds")}
          narrow
        />
        <TextSetting
          name="outreach.recall_seconds"
          label={t("settings:limits.recall")}
          unit={t("settings:limits.seconds")}
          narrow
          hint={t("settings:limits.recallHint")}
        />
      </Group>
      <Group title={t("settings:limits.hours")}>
        <WindowSetting
          name="outreach.window"
          label={t("settings:limits.window")}
          hint={t("settings:limits.windowHint")}
        />
        <FlagSettings
          label={t("settings:limits.days")}
          flags={[{ name: "outreach.weekdays_only", label: t("settings:limits.weekdays") }]}
        />
        <WordSetting
          name="outreach.holidays"
          label={t("settings:limits.holidays")}
          words={[
            { value: "fr", label: t("settings:limits.french") },
            { value: "none", label: t("settings:limits.noHolidays") },
          ]}
        />
      </Group>
      <Group title={t("settings:limits.followups")}>
        <FlagSettings
          label={t("settings:limits.skip")}
          flags={[
            { name: "followups.skip_weekends", label: t("settings:limits.weekends") },
            { name: "followups.skip_holidays", label: t("settings:limits.publicHolidays") },
          ]}
        />
      </Group>
      <Group title="LinkedIn" aside={t("settings:limits.linkedinAside")}>
        <TextSetting
          name="linkedin.daily_cap"
          label={t("settings:limits.invitations")}
          unit={t("settings:limits.perDay")}
          narrow
        />
        <TextSetting name="linkedin.weekly_cap" label="" unit={t("settings:limits.perWeek")} narrow />
        <TextSetting
          name="linkedin.notes_per_month"
          label={t("settings:limits.notes")}
          unit={t("settings:limits.perMonth")}
          narrow
          hint={t("settings:limits.notesHint")}
        />
        <TextSetting
          name="linkedin.note_characters"
          label={t("settings:limits.length")}
          unit={t("settings:limits.characters")}
          narrow
        />
      </Group>
    </>
  );
}
