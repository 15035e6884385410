import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": "/src" } },
  // The port is fixed because tauri.conf.json names it; a taken port is an error, never another one.
  server: { port: 5173, strictPort: true, host: "127.0.0.1" },
  clearScreen: false,
  // Inlined data: URLs would need `data:` in the content security policy, so every asset stays a file.
  build: {
    target: ["safari16", "chrome105"],
    assetsInlineLimit: 0,
    // The data grid, alone with the people list, is the one large piece.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Icons that several screens share travel together, not as thirty files.
          groups: [{ name: "icons", test: /node_modules[\\/]lucide-react/, minShareCount: 2 }],
        },
      },
    },
  },
});
