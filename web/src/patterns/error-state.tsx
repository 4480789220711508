import { soon } from "./soon";

/** It is asked for with the page, so it is there when the server no longer is. */
export const ErrorState = soon(() => import("./error-report").then((file) => file.ErrorReport));
