/**
 * The nonce of the content security policy. The shell puts it on the empty `<style>` of index.html; every style made at
 * run time (Mantine, AG Grid, scroll locks) must carry it, or the policy drops it. Empty in a browser and in tests.
 */
export function styleNonce(): string {
  return document.querySelector("style")?.nonce ?? "";
}
