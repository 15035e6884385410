import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { makeRouter } from "./router";

/** Everything behind the gate: loaded only once the desk is open. */
export default function Desk() {
  const [router] = useState(makeRouter);
  return <RouterProvider router={router} />;
}
