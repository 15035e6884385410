import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { styleNonce } from "@/platform/nonce";
import { cssVariablesResolver, layer, theme } from "./theme";
import { MOST_TOASTS } from "./toast";
import css from "./toast.module.css";

/** The look around the whole window; follows the system's light or dark until the seller chooses. */
export function DesignProviders({ children, instant = false }: { children: ReactNode; instant?: boolean }) {
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
        containerWidth={360}
        classNames={{ root: css.place }}
      />
    </MantineProvider>
  );
}
