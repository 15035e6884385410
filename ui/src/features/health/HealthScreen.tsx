import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { Answered } from "@/design/Answered";
import { Button } from "@/design/Button";
import { useFormat } from "@/design/format";
import { Page } from "@/design/Page";
import { Tag } from "@/design/Tag";
import { DeskBanner } from "@/features/frame/DeskBanner";
import { useCommands } from "@/features/palette/registry";
import { useText } from "@/i18n";
import { Backups } from "./Backups";
import { Caps } from "./Caps";
import css from "./health.module.css";
import { Parts } from "./Parts";
import { healthQuery } from "./queries";
import { Sending } from "./Sending";

/** Each connection, caps used, backups, what leaves next: the troubled first. */
export function HealthScreen() {
  const t = useText();
  const format = useFormat();
  const query = useQuery(healthQuery);
  const health = query.data;
  const troubles = health?.parts.filter((part) => part.state === "bad" || part.state === "warn").length ?? 0;
  useCommands([
    {
      id: "health.check",
      title: "palette:to.checkHealth",
      also: "palette:words.health",
      group: "act",
      icon: RefreshCw,
      keys: "r",
      run: () => void query.refetch(),
    },
  ]);
  return (
    <Page
      title={t("health:title")}
      count={
        health && (
          <Tag
            tone={troubles === 0 ? "ok" : health.parts.some((part) => part.state === "bad") ? "bad" : "warn"}
          >
            {troubles === 0 ? t("health:allWell") : t("health:troubles", { count: troubles })}
          </Tag>
        )
      }
      banner={<DeskBanner />}
      actions={
        <Button icon={RefreshCw} keys="r" busy={query.isFetching} onClick={() => void query.refetch()}>
          {t("health:check")}
        </Button>
      }
    >
      <Answered of={query} unreadable={t("health:unreadable")} rows={8}>
        {(health) => (
          <div className={css.screen}>
            <div className={css.column}>
              <section>
                <header className={css.head}>
                  <h2>{t("health:connections")}</h2>
                  <span>{t("health:checkedAt", { time: format.clock(new Date(query.dataUpdatedAt)) })}</span>
                </header>
                <Parts parts={health.parts} />
              </section>
              <Sending health={health} />
            </div>
            <div className={css.column}>
              <section>
                <header className={css.head}>
                  <h2>{t("health:caps")}</h2>
                  <span>{t("health:capsHint")}</span>
                </header>
                <Caps caps={health.caps} />
              </section>
              <Backups />
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}
