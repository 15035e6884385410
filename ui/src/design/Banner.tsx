import { Popover } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "@/i18n";
import css from "./Banner.module.css";
import { LinkButton } from "./Button";
import { Icon } from "./Icon";
import type { Tone } from "./Notice";

/** One line under the top bar; `weight` decides which of several is shown. */
export interface BannerText {
  id: string;
  tone: Tone;
  icon: LucideIcon;
  weight: number;
  words: ReactNode;
  action?: { label: string; run: () => void };
}

/** The most serious banner; the others open from "+ 2". */
export function Banner({ banners }: { banners: readonly BannerText[] }) {
  const t = useText();
  const [first, ...others] = [...banners].sort((one, other) => other.weight - one.weight);
  if (!first) return null;
  return (
    <section className={css.banner} data-tone={first.tone} aria-label={t("common:banner.region")}>
      <Line banner={first} />
      {others.length > 0 && (
        <Popover>
          <Popover.Target>
            <LinkButton className={css.more}>{t("common:banner.more", { count: others.length })}</LinkButton>
          </Popover.Target>
          <Popover.Dropdown>
            {others.map((banner) => (
              <div key={banner.id} className={css.line} data-tone={banner.tone}>
                <Line banner={banner} />
              </div>
            ))}
          </Popover.Dropdown>
        </Popover>
      )}
    </section>
  );
}

function Line({ banner }: { banner: BannerText }) {
  return (
    <>
      <Icon of={banner.icon} size={14} />
      <span className={css.words}>{banner.words}</span>
      {banner.action && <LinkButton onClick={banner.action.run}>{banner.action.label}</LinkButton>}
    </>
  );
}
