import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import fields from "./fields.module.css";
import floating from "./floating.module.css";

const petrol: MantineColorsTuple = [
  "#EEF6F8",
  "#E1EEF2",
  "#C6DEE6",
  "#A9CCD7",
  "#6EBAD3",
  "#3B93B0",
  "#1F7592",
  "#125E78",
  "#0D4C62",
  "#093C4E",
];
const dark: MantineColorsTuple = [
  "#E8EBEC",
  "#B3BBC0",
  "#929CA2",
  "#737D83",
  "#343C42",
  "#252B30",
  "#1E2428",
  "#161A1D",
  "#12161A",
  "#0F1214",
];

/** Stacking order of everything that floats above a list. */
export const layer = { panel: 10, menu: 20, sheet: 30, palette: 40, toast: 50, lock: 60 } as const;

const input = { classNames: { input: fields.input, section: fields.section } };
const fade = { transition: "fade", duration: 120, timingFunction: "cubic-bezier(.2,0,0,1)" } as const;

/** Mantine, dressed in our tokens. Sizes: xs 11, sm 13 (the interface), md 14, lg 16, xl 20. */
export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 4 },
  colors: { petrol, dark },
  autoContrast: true,
  black: "#1C2327",
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  fontWeights: { regular: "400", medium: "500", bold: "600" },
  fontSizes: { xs: "0.6875rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  spacing: { xs: "0.25rem", sm: "0.5rem", md: "0.75rem", lg: "1rem", xl: "1.5rem" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
  defaultRadius: "sm",
  shadows: { xs: "var(--sh-1)", sm: "var(--sh-1)", md: "var(--sh-2)", lg: "var(--sh-2)", xl: "var(--sh-3)" },
  breakpoints: { xs: "48em", sm: "64em", md: "75em", lg: "85em", xl: "105em" },
  focusRing: "auto",
  respectReducedMotion: true,
  cursorType: "pointer",
  activeClassName: "",
  components: {
    Input: input,
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] },
      classNames: { label: fields.label, description: fields.hint, error: fields.error },
    },
    Pill: { classNames: { root: fields.pill } },
    TextInput: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm" } },
    PasswordInput: {
      defaultProps: { size: "sm" },
      classNames: { innerInput: fields.inner, visibilityToggle: fields.eye },
    },
    Select: {
      defaultProps: {
        size: "sm",
        allowDeselect: false,
        comboboxProps: { shadow: "md", zIndex: layer.toast },
      },
      classNames: { dropdown: floating.dropdown, option: floating.option },
    },
    Checkbox: {
      defaultProps: { size: "xs", radius: "xs" },
      classNames: {
        root: fields.check,
        inner: fields.checkInner,
        input: fields.checkBox,
        label: fields.checkLabel,
        description: fields.checkHint,
      },
    },
    Menu: {
      defaultProps: { shadow: "md", zIndex: layer.menu, transitionProps: fade, position: "bottom-end" },
      classNames: {
        dropdown: floating.dropdown,
        item: floating.option,
        label: floating.label,
        divider: floating.divider,
      },
    },
    Popover: {
      defaultProps: { shadow: "md", zIndex: layer.menu, transitionProps: fade, position: "bottom-start" },
      classNames: { dropdown: floating.popover },
    },
    Tooltip: {
      defaultProps: { openDelay: 400, transitionProps: fade, zIndex: layer.toast, withinPortal: true },
      classNames: { tooltip: floating.tooltip },
    },
    Modal: { defaultProps: { radius: "lg", centered: true, zIndex: layer.sheet } },
  },
});

const roles = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-dimmed": "var(--text-2)",
  "--mantine-color-placeholder": "var(--text-3)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-border": "var(--line-2)",
  "--mantine-color-disabled": "var(--sunken)",
  "--mantine-color-disabled-color": "var(--text-off)",
  "--mantine-primary-color-filled": "var(--accent)",
  "--mantine-primary-color-filled-hover": "var(--accent-hover)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
  "--mantine-primary-color-light": "var(--accent-soft)",
  "--mantine-primary-color-light-color": "var(--accent)",
};

/** Every Mantine colour is one of our tokens, so one set serves both themes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: roles,
  dark: roles,
});
