// The order matters: tokens, then Mantine, then ours; the modules of the pieces come after all of them.
import "./tokens.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./fonts.css";
import "./base.css";
