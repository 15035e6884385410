import { Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { IconButton } from "@/design/Button";
import { KeyCap } from "@/design/KeyCap";
import { layer } from "@/design/theme";
import { useText } from "@/i18n";
import css from "./Palette.module.css";
import { availableCommands, groups, keysOf } from "./registry";

/** Every key of the screen in front, drawn from the registry: what is printed here works. */
export function KeysSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Modal
      opened={open}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={760}
      zIndex={layer.palette}
      attributes={{ content: { "aria-label": t("palette:keys") } }}
      overlayProps={{ backgroundOpacity: 1, blur: 0 }}
      classNames={{ content: css.palette, overlay: css.scrim }}
    >
      <header className={css.sheetHead}>
        <h2>{t("palette:keys")}</h2>
        <Link to="/settings" search={{ page: "keys" }} onClick={onClose}>
          {t("palette:changeKeys")}
        </Link>
        <IconButton label={t("common:close")} icon={X} onClick={onClose} />
      </header>
      <Sections />
    </Modal>
  );
}

function Sections() {
  const t = useText();
  const commands = availableCommands().filter((command) => keysOf(command).length > 0);
  return (
    <div className={css.sheet}>
      {groups.map((group) => {
        const own = commands.filter((command) => command.group === group);
        if (own.length === 0) return null;
        return (
          <section key={group} className={css.section}>
            <h3>{t(`palette:group.${group}`)}</h3>
            <dl>
              {own.map((command) => (
                <div key={command.id} className={css.key}>
                  <dt>{t(command.title, command.values)}</dt>
                  <dd className={css.several}>
                    {keysOf(command).map((keys) => (
                      <KeyCap key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
