import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "@/data/ask";
import { commands, type WorkspaceStatus } from "@/data/client";
import { workspaceQuery } from "@/data/desk";
import { sayError } from "@/data/say";
import { Notice } from "@/design/Notice";
import { useLocale, useText } from "@/i18n";
import { BrandSide, FirstRunPage, Steps } from "./BrandSide";
import { PassphraseStep } from "./PassphraseStep";
import { RecoverySheet } from "./RecoverySheet";
import { Restore } from "./Restore";
import { Welcome } from "./Welcome";
import css from "./workspace.module.css";

type Step =
  | { at: "welcome" }
  | { at: "passphrase"; sample: boolean }
  | { at: "recovery"; sample: boolean; groups: string[] }
  | { at: "restore" };

/** From nothing to an open desk: language, passphrase, recovery sheet; or a backup; or invented people. */
export function FirstRun({ status, onDone }: { status: WorkspaceStatus; onDone: () => void }) {
  const t = useText();
  const locale = useLocale();
  const client = useQueryClient();
  const [step, setStep] = useState<Step>({ at: "welcome" });
  const finish = () => {
    void client.invalidateQueries({ queryKey: workspaceQuery.queryKey }).then(onDone);
  };
  const create = useMutation({
    mutationFn: ({ sample, passphrase }: { sample: boolean; passphrase?: string | undefined }) =>
      ask(commands.workspaceCreate({ locale, passphrase: passphrase ?? null, sample })),
    onSuccess: (created, { sample }) => setStep({ at: "recovery", sample, groups: created.recoveryKey }),
  });
  const failure = create.error && (
    <Notice tone="bad" title={t("workspace:trouble.notCreated")}>
      {sayError(create.error)}
    </Notice>
  );

  if (step.at === "welcome") {
    return (
      <Welcome
        folder={status.folder}
        version={status.version}
        failure={failure}
        onCreate={() => setStep({ at: "passphrase", sample: false })}
        onRestore={() => setStep({ at: "restore" })}
        // A trial asks for nothing it does not need; without a keychain the key needs a passphrase to stay behind.
        onSample={() =>
          status.keychain ? create.mutate({ sample: true }) : setStep({ at: "passphrase", sample: true })
        }
      />
    );
  }
  if (step.at === "restore") return <Restore onBack={() => setStep({ at: "welcome" })} onDone={finish} />;

  const steps = [t("workspace:step.language"), t("workspace:step.passphrase"), t("workspace:step.recovery")];
  if (step.at === "passphrase") {
    return (
      <FirstRunPage
        side={
          <BrandSide title={t("workspace:passphrase.side")}>
            <p>{t("workspace:passphrase.sideWords")}</p>
            <Steps steps={steps} here={1} />
          </BrandSide>
        }
      >
        <div className={css.choose}>
          {failure}
          <PassphraseStep
            required={!status.keychain}
            busy={create.isPending}
            onBack={() => setStep({ at: "welcome" })}
            onDone={(passphrase) => create.mutate({ sample: step.sample, passphrase })}
          />
        </div>
      </FirstRunPage>
    );
  }
  return (
    <FirstRunPage
      side={
        <BrandSide title={t("workspace:recovery.side")}>
          <p>{t("workspace:recovery.sideWords")}</p>
          <Steps steps={steps} here={2} />
        </BrandSide>
      }
    >
      <RecoverySheet
        groups={step.groups}
        folder={status.folder}
        onDone={(typed) => ask(commands.workspaceConfirmRecovery({ groups: typed })).then(finish)}
        onLater={step.sample ? finish : undefined}
      />
    </FirstRunPage>
  );
}
