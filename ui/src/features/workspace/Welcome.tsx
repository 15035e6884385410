import { Archive, ChevronRight, Eye, Folder, Globe, Lock, type LucideIcon, Plus, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "@/design/Icon";
import { SegmentedControl } from "@/design/Tabs";
import { type Locale, locales, speak, useLocale, useText } from "@/i18n";
import { BrandSide, FirstRunPage } from "./BrandSide";
import css from "./workspace.module.css";

interface WelcomeProps {
  folder: string;
  version: string;
  /** What kept a desk from being created. */
  failure?: ReactNode;
  onCreate: () => void;
  onRestore: () => void;
  onSample: () => void;
}

/** The first screen: language, then where to start. */
export function Welcome({ folder, version, failure, onCreate, onRestore, onSample }: WelcomeProps) {
  const t = useText();
  const locale = useLocale();
  return (
    <FirstRunPage
      side={
        <BrandSide title={t("workspace:welcome.claim")}>
          <ul className={css.promises}>
            <Pledge icon={Lock} words={t("workspace:welcome.encrypted")} />
            <Pledge icon={Globe} words={t("workspace:welcome.offline")} />
            <Pledge icon={Undo2} words={t("workspace:welcome.undo")} />
          </ul>
        </BrandSide>
      }
    >
      <div className={css.choose}>
        <div className={css.language}>
          <span>{t("workspace:welcome.language")}</span>
          <SegmentedControl<Locale>
            label={t("workspace:welcome.language")}
            choices={locales.map((value) => ({ value, label: t(`common:locale.${value}`) }))}
            value={locale}
            onChange={speak}
          />
        </div>
        <h2 className={css.heading}>{t("workspace:welcome.where")}</h2>
        <p className={css.lead}>{t("workspace:welcome.later")}</p>
        {failure}
        <Option
          first
          icon={Plus}
          title={t("workspace:welcome.create")}
          words={t("workspace:welcome.createWords")}
          onClick={onCreate}
        />
        <Option
          icon={Archive}
          title={t("workspace:welcome.restore")}
          words={t("workspace:welcome.restoreWords")}
          onClick={onRestore}
        />
        <Option
          icon={Eye}
          title={t("workspace:welcome.sample")}
          words={t("workspace:welcome.sampleWords")}
          onClick={onSample}
        />
        <p className={css.where}>
          <Icon of={Folder} />
          <span title={folder}>{t("workspace:welcome.folder", { folder })}</span>
          <span>{t("workspace:welcome.version", { version })}</span>
        </p>
      </div>
    </FirstRunPage>
  );
}

function Pledge({ icon, words }: { icon: LucideIcon; words: string }) {
  return (
    <li>
      <Icon of={icon} />
      <span>{words}</span>
    </li>
  );
}

function Option({
  icon,
  title,
  words,
  first,
  onClick,
}: {
  icon: LucideIcon;
  title: string;
  words: string;
  first?: boolean;
  onClick: () => void;
}) {
  return (
    <button type="button" className={css.option} data-first={first || undefined} onClick={onClick}>
      <span className={css.optionIcon}>
        <Icon of={icon} size={20} />
      </span>
      <span>
        <span className={css.optionTitle}>{title}</span>
        <span className={css.optionWords}>{words}</span>
      </span>
      <Icon of={ChevronRight} />
    </button>
  );
}
