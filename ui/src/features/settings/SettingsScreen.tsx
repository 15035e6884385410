import { Link, useSearch } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/design/Button";
import { Icon } from "@/design/Icon";
import { Page } from "@/design/Page";
import { FieldsPage } from "@/features/custom/FieldsPage";
import { useLock } from "@/features/frame/lock";
import { PipelinesPage } from "@/features/opportunities/PipelinesPage";
import { StatusesPage } from "@/features/people/StatusesPage";
import { useText } from "@/i18n";
import { AiPage, AiTest } from "./AiPage";
import { IdentityPage } from "./IdentityPage";
import { KeysPage } from "./KeysPage";
import { LimitsPage } from "./LimitsPage";
import { LookPage } from "./LookPage";
import { MailPage, MailTest } from "./MailPage";
import { type SettingsPage, settingsSections } from "./pages";
import { SecurityPage } from "./SecurityPage";
import { SheetsPage } from "./SheetsPage";
import css from "./settings.module.css";
import { useSettings } from "./useSettings";

const bodies: Record<SettingsPage, { form: () => ReactNode; test?: () => ReactNode }> = {
  identity: { form: IdentityPage },
  look: { form: LookPage },
  keys: { form: KeysPage },
  mail: { form: MailPage, test: MailTest },
  limits: { form: LimitsPage },
  statuses: { form: StatusesPage },
  pipelines: { form: PipelinesPage },
  fields: { form: FieldsPage },
  ai: { form: AiPage, test: AiTest },
  sheets: { form: SheetsPage },
  security: { form: SecurityPage },
};

/** Pages with lists. */
const wide: ReadonlySet<SettingsPage> = new Set(["security", "statuses", "pipelines", "fields"]);

/** Pages at the left, the form, and beside it a test where something can be tested. */
export function SettingsScreen() {
  const t = useText();
  const { ready } = useSettings();
  const lock = useLock();
  const page = useSearch({ from: "/settings" }).page ?? "identity";
  const { form: Form, test: Test } = bodies[page];
  return (
    <Page
      title={t(`settings:page.${page}`)}
      crumbs={t("settings:title")}
      actions={
        page === "security" && (
          <Button icon={Lock} keys="mod+shift+l" onClick={() => lock()}>
            {t("frame:command.lock")}
          </Button>
        )
      }
    >
      <div className={css.columns} data-test={Test ? true : undefined}>
        <nav className={css.pages} aria-label={t("settings:title")}>
          {settingsSections.map((section) => (
            <div key={section.title}>
              <h2>{t(`settings:section.${section.title}`)}</h2>
              {section.pages.map((entry) => (
                <Link
                  key={entry.page}
                  to="/settings"
                  search={{ page: entry.page }}
                  className={css.page}
                  aria-current={entry.page === page ? "page" : undefined}
                  title={t(`settings:page.${entry.page}`)}
                >
                  <Icon of={entry.icon} />
                  <span>{t(`settings:page.${entry.page}`)}</span>
                </Link>
              ))}
            </div>
          ))}
        </nav>
        {ready && (
          <div className={css.form} key={page} data-wide={wide.has(page) || undefined}>
            <Form />
          </div>
        )}
        {ready && Test && <Test key={`${page}-test`} />}
      </div>
    </Page>
  );
}
