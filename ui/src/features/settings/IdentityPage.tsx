import { useText } from "@/i18n";
import { TextSetting } from "./controls";
import { Group } from "./Group";
import { placeOf, useForeignZone } from "./zone";

/** Who writes: every message carries it. */
export function IdentityPage() {
  const t = useText();
  const foreign = useForeignZone();
  return (
    <>
      <Group title={t("settings:identity.title")} aside={t("settings:identity.aside")}>
        <TextSetting
          name="identity.name"
          label={t("settings:identity.name")}
          placeholder="Élodie Marchetti"
        />
        <TextSetting
          name="identity.company"
          label={t("settings:identity.company")}
          placeholder="Cévenol Instruments"
        />
        <TextSetting
          name="identity.postal_address"
          label={t("settings:identity.address")}
          hint={t("settings:identity.addressHint")}
          lines={2}
        />
        <TextSetting
          name="identity.signature"
          label={t("settings:identity.signature")}
          hint={t("settings:identity.signatureHint")}
          lines={4}
        />
      </Group>
      <Group title={t("settings:identity.place")}>
        <TextSetting
          name="identity.time_zone"
          label={t("settings:identity.zone")}
          hint={
            foreign
              ? t("settings:identity.zoneElsewhere", { place: placeOf(foreign.computer) })
              : t("settings:identity.zoneHint")
          }
          placeholder="Europe/Paris"
        />
        <TextSetting
          name="identity.country"
          label={t("settings:identity.country")}
          hint={t("settings:identity.countryHint")}
          placeholder="FR"
        />
      </Group>
    </>
  );
}
