import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Check, FileArchive, Minus, X } from "lucide-react";
import { act } from "@/data/act";
import {
  type BasisWord,
  type ChannelWord,
  type ConsentView,
  commands,
  type PersonDetail,
  type PrivacySet,
} from "@/data/client";
import { read } from "@/data/queries";
import { Button, LinkButton } from "@/design/Button";
import { ChoiceField } from "@/design/Field";
import { localDay, useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { Tag } from "@/design/Tag";
import { Fold } from "@/features/list/Fold";
import { Line, Lines } from "@/features/list/Line";
import record from "@/features/list/record.module.css";
import { useText } from "@/i18n";
import { pickTarget } from "@/platform/files";
import css from "./privacy.module.css";

const bases = ["legitimate_interest", "consent", "contract"] as const satisfies readonly BasisWord[];
const channels = ["email", "phone", "sms", "linkedin", "post"] as const satisfies readonly ChannelWord[];

const nothing: Omit<PrivacySet, "id"> = {
  basis: null,
  informedOn: null,
  heardOn: null,
  heardHow: null,
  consent: null,
};

/** On what ground a person is held, what they were told and agreed to, and until when they may be kept. */
export function PrivacyBox({ person, name }: { person: PersonDetail; name: string }) {
  const t = useText();
  const format = useFormat();
  const { id } = person.row;
  const privacy = useQuery(
    read(["privacy_get", id], ["people", "outbox", "agenda", "settings"], () => commands.privacyGet({ id })),
  ).data;
  if (!privacy) return null;
  const set = (part: Partial<PrivacySet>, said?: string) =>
    void act(commands.privacySet({ ...nothing, id, ...part }), () => said);
  const access = async () => {
    const path = await pickTarget("zip", t("privacy:access.file", { name }));
    if (path)
      await act(commands.privacyAccess({ id, path }), (done) =>
        t("privacy:access.done", { path: done.path }),
      );
  };
  const source = [t(`people:source.${privacy.source as "csv"}`), privacy.sourceDetail].filter(Boolean);
  const informed = privacy.informedAt ?? privacy.informedOn;
  const today = localDay(new Date());
  const until = privacy.until
    ? t("privacy:box.untilDay", { day: format.shortDay(privacy.until) })
    : t("privacy:box.contract");
  return (
    <Fold
      title={t("privacy:box.title")}
      line={
        <>
          <span className={record.foldLine}>
            {[t(`privacy:basis.${privacy.basis}`), !privacy.expired && until].filter(Boolean).join(", ")}
          </span>
          {privacy.expired && <Tag tone="bad">{t("privacy:box.expired")}</Tag>}
        </>
      }
    >
      <Lines>
        <Line label={t("privacy:box.source")}>{source.join(", ")}</Line>
        <Line label={t("privacy:box.basis")}>
          <ChoiceField
            aria-label={t("privacy:box.basis")}
            allowDeselect={false}
            data={bases.map((basis) => ({ value: basis, label: t(`privacy:basis.${basis}`) }))}
            value={privacy.basis}
            onChange={(basis) => basis && set({ basis: basis as BasisWord })}
          />
        </Line>
        <Line label={t("privacy:box.informed")}>
          {informed ? (
            format.longDay(informed)
          ) : (
            <LinkButton onClick={() => set({ informedOn: today })}>
              {t("privacy:box.informedToday")}
            </LinkButton>
          )}
        </Line>
        <Line label={t("privacy:box.heard")}>
          <span className={css.heard}>
            {privacy.heardOn
              ? `${format.longDay(privacy.heardOn)}, ${t(`privacy:heard.${privacy.heardBy as "noted"}`)}`
              : t("privacy:box.never")}
            {privacy.heardOn !== today && (
              <LinkButton onClick={() => set({ heardOn: today })}>{t("privacy:box.heardToday")}</LinkButton>
            )}
          </span>
        </Line>
        <Line label={t("privacy:box.until")}>
          <span data-late={privacy.expired || undefined} className={css.until}>
            {privacy.until ? format.longDay(privacy.until) : t("privacy:box.contract")}
          </span>
        </Line>
        <Line label={t("privacy:box.consent")}>
          <div className={css.channels}>
            {channels.map((channel) => (
              <ConsentMenu
                key={channel}
                channel={channel}
                said={privacy.consents.find((consent) => consent.channel === channel)}
                onSay={(given) => set({ consent: { channel, given, note: "" } })}
              />
            ))}
          </div>
        </Line>
      </Lines>
      <Button size="sm" icon={FileArchive} onClick={() => void access()}>
        {t("privacy:access.act")}
      </Button>
    </Fold>
  );
}

function ConsentMenu({
  channel,
  said,
  onSay,
}: {
  channel: ChannelWord;
  said: ConsentView | undefined;
  onSay: (given: boolean | null) => void;
}) {
  const t = useText();
  const format = useFormat();
  const state = said ? (said.given ? "given" : "refused") : "unknown";
  const title = [t(`privacy:consent.${state}`), said && format.longDay(said.on), said?.note]
    .filter(Boolean)
    .join(", ");
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={css.channel}
          data-state={state}
          title={title}
          aria-label={`${t(`privacy:channel.${channel}`)}: ${title}`}
        >
          <Icon of={state === "given" ? Check : state === "refused" ? X : Minus} size={14} />
          {t(`privacy:channel.${channel}`)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon of={Check} />} onClick={() => onSay(true)}>
          {t("privacy:consent.given")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon of={X} />} onClick={() => onSay(false)}>
          {t("privacy:consent.refused")}
        </Menu.Item>
        <Menu.Item leftSection={<Icon of={Minus} />} onClick={() => onSay(null)}>
          {t("privacy:consent.unknown")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
