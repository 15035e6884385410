import { MantineProvider } from "@mantine/core";
import { Notifications, notifications } from "@mantine/notifications";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocale } from "@/i18n";
import { styleNonce } from "@/platform/nonce";
import { cssVariablesResolver, layer, theme } from "./theme";
import { MOST_TOASTS } from "./toast";
import css from "./toast.module.css";

/** The look around the whole window; follows the system's light or dark until the seller chooses. */
export function DesignProviders({ children, instant = false }: { children: ReactNode; instant?: boolean }) {
  const locale = useLocale();
  const spoken = useRef(locale);
  useEffect(() => {
    // What was said in the other language is not left standing.
    if (spoken.current !== locale) notifications.clean();
    spoken.current = locale;
  }, [locale]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
      env={instant ? "test" : "default"}
    >
      {children}
      <Notifications
        position="bottom-left"
        limit={MOST_TOASTS}
        zIndex={layer.toast}
        containerWidth={420}
        classNames={{ root: css.place }}
      />
    </MantineProvider>
  );
}
