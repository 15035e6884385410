import { useQuery } from "@tanstack/react-query";
import { Archive, ArchiveRestore, ArrowDown, ArrowUp, Plus } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import {
  type CloseReasonView,
  commands,
  type PipelinesView,
  type PipelineView,
  type StageView,
} from "@/data/client";
import { Button, IconButton, LinkButton } from "@/design/Button";
import { InlineText } from "@/features/list/InlineText";
import { ColourChoice } from "@/features/settings/ColourChoice";
import { TextSetting } from "@/features/settings/controls";
import { Group } from "@/features/settings/Group";
import css from "@/features/settings/rows.module.css";
import { WhereTo } from "@/features/settings/WhereTo";
import { useLocale, useText } from "@/i18n";
import { pipelinesQuery } from "./queries";
import { named } from "./words";

type Answer = Promise<{ status: "ok"; data: PipelinesView } | { status: "error"; error: never }>;

/** Whether it was written; a refusal is said. */
async function written(answer: unknown): Promise<boolean> {
  return (await act(answer as Answer)) !== undefined;
}

/** Pipelines, their stages, and the reasons opportunities end for: the seller's own. */
export function PipelinesPage() {
  const t = useText();
  const all = useQuery(pipelinesQuery).data;
  return (
    <>
      <Group title={t("settings:pipelines.amounts")}>
        <TextSetting
          name="opportunities.currency"
          label={t("settings:pipelines.currency")}
          hint={t("settings:pipelines.currencyHint")}
          narrow
        />
        <TextSetting
          name="opportunities.quiet_days"
          label={t("settings:pipelines.quiet")}
          unit={t("settings:pipelines.days")}
          hint={t("settings:pipelines.quietHint")}
          narrow
        />
      </Group>
      {all?.pipelines
        .filter((pipeline) => !pipeline.archived)
        .map((pipeline, _, used) => (
          <Pipeline key={pipeline.id} pipeline={pipeline} only={used.length === 1} />
        ))}
      <NewPipeline pipelines={all?.pipelines ?? []} />
      {(["won", "lost"] as const).map((kind) => (
        <Reasons
          key={kind}
          kind={kind}
          reasons={(all?.reasons ?? []).filter((reason) => reason.kind === kind)}
        />
      ))}
    </>
  );
}

function Pipeline({ pipeline, only }: { pipeline: PipelineView; only: boolean }) {
  const t = useText();
  const locale = useLocale();
  const [leaving, setLeaving] = useState<StageView>();
  const stages = pipeline.stages.filter((stage) => !stage.archived);
  const open = stages.filter((stage) => stage.kind === "open");
  const gone = pipeline.stages.filter((stage) => stage.archived);
  const rename = (names: { nameFr: string; nameEn: string }) =>
    written(commands.pipelinesUpdate({ id: pipeline.id, ...names }));
  const add = () =>
    written(
      commands.stagesCreate({
        pipeline: pipeline.id,
        values: {
          nameFr: t("settings:pipelines.newStageFr"),
          nameEn: t("settings:pipelines.newStageEn"),
          colour: "",
          probability: open[open.length - 1]?.probability ?? 20,
          rottenDays: 14,
        },
      }),
    );
  const reorder = (from: number, to: number) => {
    const ids = stages.map((stage) => stage.id);
    const [moved] = ids.splice(from, 1);
    if (moved) ids.splice(to, 0, moved);
    void written(commands.stagesReorder({ ids }));
  };
  const archive = (stage: StageView) => {
    if (stage.opportunities > 0) setLeaving(stage);
    else void written(commands.stagesArchive({ id: stage.id, archived: true, moveTo: null }));
  };
  return (
    <Group
      title={named(pipeline, locale)}
      aside={
        !only && (
          <LinkButton
            onClick={() => void written(commands.pipelinesArchive({ id: pipeline.id, archived: true }))}
          >
            {t("settings:pipelines.archive")}
          </LinkButton>
        )
      }
    >
      <div className={css.names}>
        <span>{t("settings:pipelines.nameFr")}</span>
        <InlineText
          label={t("settings:pipelines.nameFr")}
          value={pipeline.nameFr}
          onSave={(nameFr) => rename({ nameFr, nameEn: pipeline.nameEn })}
        />
        <span>{t("settings:pipelines.nameEn")}</span>
        <InlineText
          label={t("settings:pipelines.nameEn")}
          value={pipeline.nameEn}
          onSave={(nameEn) => rename({ nameFr: pipeline.nameFr, nameEn })}
        />
      </div>
      <table className={css.stages}>
        <thead>
          <tr>
            <th scope="col">{t("settings:pipelines.colour")}</th>
            <th scope="col">{t("settings:pipelines.nameFr")}</th>
            <th scope="col">{t("settings:pipelines.nameEn")}</th>
            <th scope="col">{t("settings:pipelines.chance")}</th>
            <th scope="col">{t("settings:pipelines.limit")}</th>
            <th scope="col">{t("settings:pipelines.here")}</th>
            <th scope="col">
              <span className={css.hidden}>{t("settings:pipelines.acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, index) => (
            <Stage
              key={stage.id}
              stage={stage}
              up={stage.kind === "open" && index > 0 ? () => reorder(index, index - 1) : undefined}
              down={
                stage.kind === "open" && index < open.length - 1 ? () => reorder(index, index + 1) : undefined
              }
              archive={stage.kind === "open" && open.length > 1 ? () => archive(stage) : undefined}
            />
          ))}
        </tbody>
      </table>
      <div className={css.acts}>
        <Button size="sm" icon={Plus} onClick={() => void add()}>
          {t("settings:pipelines.addStage")}
        </Button>
        {gone.map((stage) => (
          <Button
            key={stage.id}
            size="sm"
            kind="ghost"
            icon={ArchiveRestore}
            onClick={() =>
              void written(commands.stagesArchive({ id: stage.id, archived: false, moveTo: null }))
            }
          >
            {t("settings:pipelines.restore", { name: named(stage, locale) })}
          </Button>
        ))}
      </div>
      <WhereTo
        question={
          leaving && {
            title: t("settings:pipelines.archiveStage", { name: named(leaving, locale) }),
            has: t("settings:pipelines.has", { count: leaving.opportunities }),
            label: t("settings:pipelines.whereTo"),
            act: t("settings:pipelines.archiveDo"),
            targets: open
              .filter((stage) => stage.id !== leaving.id)
              .map((stage) => ({ value: stage.id, label: named(stage, locale) })),
            onTo: (moveTo) => written(commands.stagesArchive({ id: leaving.id, archived: true, moveTo })),
          }
        }
        onClose={() => setLeaving(undefined)}
      />
    </Group>
  );
}

interface StageProps {
  stage: StageView;
  up: (() => void) | undefined;
  down: (() => void) | undefined;
  archive: (() => void) | undefined;
}

function Stage({ stage, up, down, archive }: StageProps) {
  const t = useText();
  const locale = useLocale();
  const name = named(stage, locale);
  const { nameFr, nameEn, colour, probability, rottenDays } = stage;
  const save = (part: Partial<StageView>) =>
    written(
      commands.stagesUpdate({
        id: stage.id,
        values: { nameFr, nameEn, colour, probability, rottenDays, ...part },
      }),
    );
  const number = (text: string) => Number.parseInt(text, 10);
  return (
    <tr>
      <td>
        <ColourChoice name={name} value={colour} onChange={(value) => void save({ colour: value })} />
      </td>
      <td>
        <InlineText
          label={`${t("settings:pipelines.nameFr")}, ${name}`}
          value={nameFr}
          onSave={(value) => save({ nameFr: value })}
        />
      </td>
      <td>
        <InlineText
          label={`${t("settings:pipelines.nameEn")}, ${name}`}
          value={nameEn}
          onSave={(value) => save({ nameEn: value })}
        />
      </td>
      <td>
        {stage.kind === "open" ? (
          <InlineText
            label={`${t("settings:pipelines.chance")}, ${name}`}
            value={String(probability)}
            shown={t("settings:pipelines.percent", { n: probability })}
            onSave={(value) => save({ probability: number(value) || 0 })}
          />
        ) : (
          <span className={css.fixed}>{t("settings:pipelines.percent", { n: probability })}</span>
        )}
      </td>
      <td>
        {stage.kind === "open" && (
          <InlineText
            label={`${t("settings:pipelines.limit")}, ${name}`}
            value={rottenDays === null ? "" : String(rottenDays)}
            placeholder={t("settings:pipelines.noLimit")}
            onSave={(value) => save({ rottenDays: number(value) || null })}
          />
        )}
      </td>
      <td className={css.fixed}>{stage.opportunities}</td>
      <td className={css.buttons}>
        {up && <IconButton label={t("settings:pipelines.up", { name })} icon={ArrowUp} onClick={up} />}
        {down && (
          <IconButton label={t("settings:pipelines.down", { name })} icon={ArrowDown} onClick={down} />
        )}
        {archive && (
          <IconButton
            label={t("settings:pipelines.archiveStage", { name })}
            icon={Archive}
            onClick={archive}
          />
        )}
      </td>
    </tr>
  );
}

function NewPipeline({ pipelines }: { pipelines: readonly PipelineView[] }) {
  const t = useText();
  const locale = useLocale();
  const like = pipelines.find((pipeline) => !pipeline.archived);
  return (
    <Group title={t("settings:pipelines.others")}>
      <div className={css.acts}>
        <Button
          size="sm"
          icon={Plus}
          onClick={() =>
            void written(
              commands.pipelinesCreate({
                nameFr: t("settings:pipelines.newFr"),
                nameEn: t("settings:pipelines.newEn"),
                like: like?.id ?? null,
              }),
            )
          }
        >
          {t("settings:pipelines.add")}
        </Button>
        {pipelines
          .filter((pipeline) => pipeline.archived)
          .map((pipeline) => (
            <Button
              key={pipeline.id}
              size="sm"
              kind="ghost"
              icon={ArchiveRestore}
              onClick={() => void written(commands.pipelinesArchive({ id: pipeline.id, archived: false }))}
            >
              {t("settings:pipelines.restore", { name: named(pipeline, locale) })}
            </Button>
          ))}
      </div>
    </Group>
  );
}

function Reasons({ kind, reasons }: { kind: "won" | "lost"; reasons: readonly CloseReasonView[] }) {
  const t = useText();
  const locale = useLocale();
  const rename = (reason: CloseReasonView, part: { nameFr?: string; nameEn?: string }) =>
    written(commands.reasonsUpdate({ id: reason.id, nameFr: reason.nameFr, nameEn: reason.nameEn, ...part }));
  return (
    <Group title={t(`settings:pipelines.reasons.${kind}`)}>
      <table className={css.stages}>
        <tbody>
          {reasons
            .filter((reason) => !reason.archived)
            .map((reason) => (
              <tr key={reason.id}>
                <td>
                  <InlineText
                    label={`${t("settings:pipelines.nameFr")}, ${named(reason, locale)}`}
                    value={reason.nameFr}
                    onSave={(nameFr) => rename(reason, { nameFr })}
                  />
                </td>
                <td>
                  <InlineText
                    label={`${t("settings:pipelines.nameEn")}, ${named(reason, locale)}`}
                    value={reason.nameEn}
                    onSave={(nameEn) => rename(reason, { nameEn })}
                  />
                </td>
                <td className={css.buttons}>
                  <IconButton
                    label={t("settings:pipelines.archiveReason", { name: named(reason, locale) })}
                    icon={Archive}
                    onClick={() => void written(commands.reasonsArchive({ id: reason.id, archived: true }))}
                  />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <div className={css.acts}>
        <Button
          size="sm"
          icon={Plus}
          onClick={() =>
            void written(
              commands.reasonsCreate({
                kind,
                nameFr: t("settings:pipelines.newReasonFr"),
                nameEn: t("settings:pipelines.newReasonEn"),
              }),
            )
          }
        >
          {t("settings:pipelines.addReason")}
        </Button>
        {reasons
          .filter((reason) => reason.archived)
          .map((reason) => (
            <Button
              key={reason.id}
              size="sm"
              kind="ghost"
              icon={ArchiveRestore}
              onClick={() => void written(commands.reasonsArchive({ id: reason.id, archived: false }))}
            >
              {t("settings:pipelines.restore", { name: named(reason, locale) })}
            </Button>
          ))}
      </div>
    </Group>
  );
}
