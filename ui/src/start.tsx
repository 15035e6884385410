import { setNonce } from "get-nonce";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startDensity } from "./design/look";
import { preferredLocale, rememberedLocale, startTexts } from "./i18n";
import { styleNonce } from "./platform/nonce";
import { forgiveDoubleClicks } from "./platform/pointer";

if (import.meta.env.DEV && import.meta.env.VITE_BRIDGE) {
  const { connectBridge } = await import("./platform/bridge");
  connectBridge(import.meta.env.VITE_BRIDGE as string);
}

setNonce(styleNonce());
forgiveDoubleClicks(window);
startDensity();
startTexts(rememberedLocale() ?? preferredLocale(navigator.languages));

const place = document.getElementById("root");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
