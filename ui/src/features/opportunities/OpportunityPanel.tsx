import { Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleCheck, CircleX, Clock, Ellipsis, RotateCcw, Trash2, X } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { ask } from "@/data/ask";
import { commands, type OpportunityDetail } from "@/data/client";
import { read, type Tag as Stale } from "@/data/queries";
import { sayReason } from "@/data/say";
import { Avatar } from "@/design/Avatar";
import { Button, IconButton } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Icon } from "@/design/Icon";
import { PendingPanel } from "@/design/PendingPanel";
import { SidePanel } from "@/design/SidePanel";
import { Tag } from "@/design/Tag";
import { Composer } from "@/features/agenda/Composer";
import { CustomLines } from "@/features/custom/CustomLines";
import { Files } from "@/features/files/Files";
import { RecordHistory } from "@/features/history/RecordHistory";
import { said } from "@/features/list/edits";
import record from "@/features/list/record.module.css";
import { Happenings, PAGE } from "@/features/people/Timeline";
import { ScoreBox } from "@/features/scores/ScoreBox";
import { useLocale, useText } from "@/i18n";
import { CloseDialog } from "./CloseDialog";
import { Contacts } from "./Contacts";
import { Details } from "./Details";
import { Lines } from "./Lines";
import css from "./opportunities.module.css";
import { StageHistory } from "./StageHistory";
import { StageSteps } from "./StageSteps";
import { reasonName } from "./words";

const tags: readonly Stale[] = ["opportunities", "people", "outbox", "followups", "linkedin"];

/** One opportunity beside the board or list: its worth, its stage, what comes next, what is sold, who is in it, what happened. */
export function OpportunityPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const found = useQuery(read(["opportunities_get", id], tags, () => commands.opportunitiesGet({ id })));
  if (!found.data) {
    return (
      <PendingPanel
        label={t("opportunities:panel")}
        unreadable={t("opportunities:notFound")}
        error={found.error}
        onClose={onClose}
      />
    );
  }
  const opportunity = found.data;
  return (
    <SidePanel
      label={opportunity.row.name}
      head={<Head opportunity={opportunity} onClose={onClose} />}
      foot={<Composer key={id} opportunity={{ id, name: opportunity.row.name }} />}
    >
      <Standing opportunity={opportunity} />
      <ScoreBox kind="opportunity" id={opportunity.row.id} />
      <Details opportunity={opportunity} />
      <CustomLines of="opportunities" id={opportunity.row.id} values={opportunity.row.custom} />
      <RecordHistory kind="opportunity" id={opportunity.row.id} />
      <Lines opportunity={opportunity} />
      <Contacts opportunity={opportunity} />
      <Files of={{ kind: "opportunity", id }} name={opportunity.row.name} />
      <StageHistory visits={opportunity.history} />
      <Happenings
        name="opportunities_timeline"
        id={id}
        title={t("people:timeline.title")}
        none={t("people:timeline.none")}
        tags={tags}
        fetch={async (before, kinds) =>
          (await ask(commands.opportunitiesTimeline({ id, before, limit: PAGE, kinds }))).map(
            ({ person, name, item }) => ({
              item,
              who: person && (
                <Link to="/people" search={{ person }}>
                  {name}
                </Link>
              ),
            }),
          )
        }
      />
    </SidePanel>
  );
}

function Head({ opportunity, onClose }: { opportunity: OpportunityDetail; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const { row } = opportunity;
  return (
    <>
      <div className={record.who}>
        <Avatar name={row.company || row.name} of="company" size="lg" />
        <div>
          <h2 className={record.whoName} title={row.name}>
            {row.name}
          </h2>
          <p className={record.whoTitle}>
            {row.companyId && (
              <Link to="/companies" search={{ company: row.companyId }}>
                {row.company}
              </Link>
            )}
            {row.companyId && row.personId && ", "}
            {row.personId && (
              <Link to="/people" search={{ person: row.personId }}>
                {row.person}
              </Link>
            )}
          </p>
        </div>
        <div className={record.whoActs}>
          <MoreMenu opportunity={opportunity} onClose={onClose} />
          <IconButton label={t("common:close")} icon={X} keys="escape" onClick={onClose} />
        </div>
      </div>
      <div className={css.key}>
        <b>
          {row.amount ? format.money(row.amount.minor, row.amount.currency) : t("opportunities:noAmount")}
        </b>
        <span>{row.kind === "open" && format.percent(row.probability / 100)}</span>
        {row.sample && <Tag tone="accent">{t("opportunities:sample")}</Tag>}
      </div>
    </>
  );
}

function MoreMenu({ opportunity, onClose }: { opportunity: OpportunityDetail; onClose: () => void }) {
  const t = useText();
  const remove = async () => {
    const done = await act(
      commands.opportunitiesDelete({ kind: "ids", ids: [opportunity.row.id] }),
      (changed) => t("opportunities:bulk.removed", { count: changed.count }),
    );
    if (done) onClose();
  };
  return (
    <Menu>
      <Menu.Target>
        <IconButton label={t("opportunities:more")} icon={Ellipsis} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon of={Trash2} />} onClick={() => void remove()}>
          {t("opportunities:bulk.remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Its stage among the others, why it needs the seller, and its ends. */
function Standing({ opportunity }: { opportunity: OpportunityDetail }) {
  const t = useText();
  const format = useFormat();
  const locale = useLocale();
  const [ending, setEnding] = useState<"won" | "lost">();
  const { row } = opportunity;
  const reopen = async () => {
    const done = await act(commands.opportunitiesReopen({ id: row.id }));
    if (done) void said(t("opportunities:act.reopened", { name: row.name }));
  };
  const why = [reasonName(row, locale), opportunity.closeNote].filter(Boolean).join(", ");
  return (
    <section>
      <StageSteps row={row} onEnd={setEnding} />
      {row.attention && (
        <p className={css.attention}>
          <Icon of={Clock} size={14} />
          <span>{sayReason(row.attention)}</span>
        </p>
      )}
      {row.kind !== "open" && row.closedOn && (
        <p className={css.ended} data-kind={row.kind}>
          <Icon of={row.kind === "won" ? CircleCheck : CircleX} />
          <span>
            {t(`opportunities:state.${row.kind}`)}, {format.shortDay(row.closedOn)}
            {why && `, ${why}`}
          </span>
        </p>
      )}
      <div className={css.ends}>
        {row.kind === "open" ? (
          <>
            <Button size="sm" icon={CircleCheck} onClick={() => setEnding("won")}>
              {t("opportunities:act.win")}
            </Button>
            <Button size="sm" kind="ghost" icon={CircleX} onClick={() => setEnding("lost")}>
              {t("opportunities:act.lose")}
            </Button>
          </>
        ) : (
          <Button size="sm" icon={RotateCcw} onClick={() => void reopen()}>
            {t("opportunities:act.reopen")}
          </Button>
        )}
      </div>
      <CloseDialog
        ending={ending && { row, kind: ending }}
        onClose={() => setEnding(undefined)}
        onDone={async (closing) => {
          const won = ending === "won";
          const done = await act(commands.opportunitiesClose({ id: row.id, won, closing }));
          if (!done) return;
          setEnding(undefined);
          void said(t(won ? "opportunities:act.won" : "opportunities:act.lost", { name: row.name }));
        }}
      />
    </section>
  );
}
