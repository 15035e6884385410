import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Play, Undo2, Upload } from "lucide-react";
import { useState } from "react";
import { act } from "@/data/act";
import { commands, type RunRest, type RunView } from "@/data/client";
import { sayError } from "@/data/say";
import { Button } from "@/design/Button";
import { Dialog } from "@/design/Dialog";
import { Notice } from "@/design/Notice";
import { Page } from "@/design/Page";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useCommands } from "@/features/palette/registry";
import { text, useText } from "@/i18n";
import { pickTarget } from "@/platform/files";
import { undoRun } from "../acts";
import { receiptQuery, restQuery } from "../queries";
import { openPreflight } from "../selection";
import { runTitle } from "../words";
import { ReceiptPaper } from "./ReceiptPaper";
import { ReceiptPeople } from "./ReceiptPeople";
import css from "./receipt.module.css";
import { useEverybody } from "./useEverybody";

/** A run that has ended: its paper, everybody in it, and what can still be taken back. */
export function RunReceipt({ run }: { run: RunView }) {
  const t = useText();
  const receipt = useQuery(receiptQuery(run.id));
  const everybody = useEverybody(run.id);
  const rest = useQuery(restQuery(run.id));
  const [asking, setAsking] = useState(false);
  const can = rest.data ? undoableCount(rest.data) : 0;
  const again = () =>
    openPreflight({
      selection: { kind: "ids", ids: everybody.people.map((row) => row.person.id) },
      words: t("runs:receipt.samePeople", { run: runTitle(run, t) }),
      config: run.config,
    });
  const keys = [
    {
      id: "run.again",
      title: "runs:act.again" as const,
      group: "selection" as const,
      icon: Play,
      when: () => everybody.complete,
      run: again,
    },
    {
      id: "run.undo",
      title: "runs:act.undo" as const,
      group: "selection" as const,
      icon: Undo2,
      when: () => can > 0,
      run: () => setAsking(true),
    },
    {
      id: "run.export",
      title: "runs:act.export" as const,
      group: "selection" as const,
      icon: Upload,
      when: () => receipt.data !== undefined,
      run: () => void exportReceipt(run),
    },
  ];
  useCommands(keys);
  return (
    <Page
      title={runTitle(run, t)}
      crumbs={<Link to="/runs">{t("runs:title")}</Link>}
      banner={<DeskBanner />}
      actions={
        <>
          <Button
            icon={Undo2}
            blocked={rest.data && can === 0 ? t("runs:receipt.nothingLeft") : undefined}
            busy={rest.isPending}
            className={css.second}
            title={t("runs:act.undo")}
            onClick={() => setAsking(true)}
          >
            <span>{t("runs:act.undo")}</span>
          </Button>
          <Button
            icon={Upload}
            blocked={receipt.data ? undefined : t("common:loading")}
            className={css.second}
            title={t("runs:act.export")}
            onClick={() => void exportReceipt(run)}
          >
            <span>{t("runs:act.export")}</span>
          </Button>
          <Button
            kind="primary"
            icon={Play}
            blocked={everybody.complete ? undefined : t("common:loading")}
            onClick={again}
          >
            {t("runs:act.again")}
          </Button>
        </>
      }
    >
      <div className={css.screen}>
        <div className={css.left}>
          {receipt.data ? (
            <ReceiptPaper receipt={receipt.data} run={run} />
          ) : (
            receipt.error && (
              <Notice
                tone="bad"
                title={t("runs:receipt.unreadable")}
                actions={<Button onClick={() => void receipt.refetch()}>{t("common:retry")}</Button>}
              >
                {sayError(receipt.error)}
              </Notice>
            )
          )}
          {run.undone ? (
            <Notice tone="warn" icon={Undo2} title={t("runs:receipt.undoneTitle")}>
              {t("runs:receipt.undoneWords")}
            </Notice>
          ) : (
            rest.data && (
              <Notice tone="quiet" icon={Undo2} title={t("runs:receipt.undoTitle")}>
                {undoWords(rest.data, t)}
              </Notice>
            )
          )}
        </div>
        <ReceiptPeople run={run} receipt={receipt.data} {...everybody} />
      </div>
      <Dialog
        open={asking}
        title={t("runs:receipt.undoAsk")}
        keep={t("runs:receipt.undoKeep")}
        act={t("runs:receipt.undoAct")}
        onKeep={() => setAsking(false)}
        onAct={() => {
          setAsking(false);
          void undoRun(run);
        }}
      >
        {rest.data ? undoWords(rest.data, t) : rest.error && sayError(rest.error)}
      </Dialog>
    </Page>
  );
}

function undoableCount(rest: RunRest): number {
  return rest.undoneMessages + rest.undoneFollowups + rest.undoneNotes;
}

function undoWords(rest: RunRest, t: ReturnType<typeof useText>): string {
  const words =
    undoableCount(rest) > 0
      ? t("runs:receipt.undoWords", {
          followups: rest.undoneFollowups,
          notes: rest.undoneNotes,
          messages: rest.undoneMessages,
        })
      : t("runs:receipt.nothingLeft");
  return rest.sent > 0 ? `${words} ${t("runs:receipt.undoSent", { count: rest.sent })}` : words;
}

/** Writes the receipt where the seller asks; the names in the file are those of the earlier system. */
async function exportReceipt(run: RunView): Promise<void> {
  const path = await pickTarget("json", text("runs:receipt.fileName", { number: run.number }));
  if (path)
    await act(commands.runReceiptExport({ id: run.id, path }), (done) =>
      text("runs:receipt.exported", { path: done.path }),
    );
}
