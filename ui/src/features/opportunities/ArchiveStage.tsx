import { Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { act } from "@/data/act";
import { commands, type StageView } from "@/data/client";
import { Button } from "@/design/Button";
import { ChoiceField } from "@/design/Field";
import record from "@/features/list/record.module.css";
import { useLocale, useText } from "@/i18n";
import { named } from "./words";

interface ArchiveStageProps {
  /** The stage that goes; nothing while there is no question. */
  stage: StageView | undefined;
  /** Where its opportunities may go. */
  targets: readonly StageView[];
  onClose: () => void;
}

/** A stage with opportunities asks where they go before it leaves. */
export function ArchiveStage({ stage, targets, onClose }: ArchiveStageProps) {
  const t = useText();
  return (
    <Modal
      opened={stage !== undefined}
      onClose={onClose}
      withCloseButton={false}
      size={440}
      padding={0}
      attributes={{ content: { "aria-label": t("settings:pipelines.whereTo") } }}
      overlayProps={{ backgroundOpacity: 0.38 }}
    >
      {stage && <Form stage={stage} targets={targets} onClose={onClose} />}
    </Modal>
  );
}

function Form({ stage, targets, onClose }: ArchiveStageProps & { stage: StageView }) {
  const t = useText();
  const locale = useLocale();
  const [to, setTo] = useState(targets[0]?.id ?? null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await act(commands.stagesArchive({ id: stage.id, archived: true, moveTo: to }));
    if (done) onClose();
  };
  return (
    <form className={record.newForm} onSubmit={(event) => void submit(event)}>
      <h2>{t("settings:pipelines.archiveStage", { name: named(stage, locale) })}</h2>
      <p className={record.wide}>{t("settings:pipelines.has", { count: stage.opportunities })}</p>
      <ChoiceField
        className={record.wide}
        data-autofocus
        label={t("settings:pipelines.whereTo")}
        comboboxProps={{ withinPortal: false }}
        allowDeselect={false}
        data={targets.map((one) => ({ value: one.id, label: named(one, locale) }))}
        value={to}
        onChange={setTo}
      />
      <div className={record.newActs}>
        <Button kind="ghost" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button kind="primary" type="submit" keys="enter">
          {t("settings:pipelines.archiveDo")}
        </Button>
      </div>
    </form>
  );
}
