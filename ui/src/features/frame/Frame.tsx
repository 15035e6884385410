import { Outlet } from "@tanstack/react-router";
import { Menu } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/design/Button";
import { CaptureHost } from "@/features/capture/CaptureHost";
import { Restored } from "@/features/health/Restored";
import { KeysSheet } from "@/features/palette/KeysSheet";
import { Palette } from "@/features/palette/Palette";
import { useRecords } from "@/features/palette/records";
import { useCommands } from "@/features/palette/registry";
import { selectionWords } from "@/features/palette/selection";
import { listenToKeys } from "@/features/palette/shortcuts";
import { PreflightHost } from "@/features/runs/preflight/PreflightHost";
import { useText } from "@/i18n";
import { useFrameCommands } from "./commands";
import { useCounters } from "./counters";
import { useDeskLook } from "./deskLook";
import { useDroppedFiles } from "./drops";
import css from "./Frame.module.css";
import { useIdleLock, useLock } from "./lock";
import { Sidebar } from "./Sidebar";
import { StatusBar } from "./StatusBar";
import { useStatusItems } from "./status";
import { UndoQuestion } from "./UndoQuestion";

/** Sidebar, the screen in hand, status bar; palette and keys over them. */
export function Frame() {
  const t = useText();
  const lock = useLock();
  const counters = useCounters();
  const items = useStatusItems();
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const [menu, setMenu] = useState(false);
  const covered = useRef(false);
  covered.current = palette || keys;

  useDroppedFiles();
  useDeskLook();
  useIdleLock(lock);
  useEffect(
    () => listenToKeys(() => covered.current || document.querySelector('[aria-modal="true"]') !== null),
    [],
  );
  useCommands(
    useFrameCommands({ onPalette: () => setPalette(true), onKeys: () => setKeys(true), onLock: lock }),
  );

  return (
    <div className={css.frame} data-menu={menu || undefined}>
      <Sidebar
        counters={counters}
        onPalette={() => setPalette(true)}
        onLock={lock}
        onLeave={() => setMenu(false)}
      />
      <div className={css.menu}>
        <IconButton
          label={t("frame:menu")}
          icon={Menu}
          size="md"
          onClick={() => setMenu(!menu)}
          aria-expanded={menu}
        />
      </div>
      {menu && (
        <button
          type="button"
          className={css.cover}
          aria-label={t("common:close")}
          onClick={() => setMenu(false)}
        />
      )}
      <Outlet />
      <CaptureHost />
      <PreflightHost />
      <UndoQuestion />
      <Restored />
      <StatusBar label={t("frame:status")} items={items} />
      <Palette
        open={palette}
        onClose={() => setPalette(false)}
        onKeys={() => {
          setPalette(false);
          setKeys(true);
        }}
        selection={selectionWords()}
        useRecords={useRecords}
      />
      <KeysSheet open={keys} onClose={() => setKeys(false)} />
    </div>
  );
}
