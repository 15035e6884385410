/** Where mail of well-known providers is handed in, from their own help pages; the seller only adds a name and a password. */
export const mailPresets = [
  { id: "gmail", host: "smtp.gmail.com", port: "465", security: "tls" },
  { id: "microsoft", host: "smtp.office365.com", port: "587", security: "starttls" },
  { id: "ovh", host: "ssl0.ovh.net", port: "465", security: "tls" },
  { id: "infomaniak", host: "mail.infomaniak.com", port: "465", security: "tls" },
  { id: "orange", host: "smtp.orange.fr", port: "465", security: "tls" },
] as const;

/** Endpoints that speak the OpenAI wire format: on this computer, or at the vendor. */
export const modelPresets = [
  { id: "ollama", url: "http://127.0.0.1:11434/v1" },
  { id: "lmstudio", url: "http://127.0.0.1:1234/v1" },
  { id: "llamacpp", url: "http://127.0.0.1:8080/v1" },
  { id: "openai", url: "https://api.openai.com/v1" },
] as const;
