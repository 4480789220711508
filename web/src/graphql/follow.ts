import type { ApolloClient, OperationVariables } from "@apollo/client";
import { endsSession } from "@/problem/problem";
import { backoffMs } from "./backoff";
import { toProblem } from "./to-problem";

interface Follower<Data> {
  /** News. The first of each connection says that what was read before may have changed. */
  onData: (data: Data) => void;
  /** At each try while there is no connection to be had: what happens now, nobody tells. */
  onUnheard: () => void;
}

/** Follows a subscription and connects again when it breaks, until the session ends or the caller stops it. */
export function follow<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  options: ApolloClient.SubscribeOptions<Data, Variables>,
  { onData, onUnheard }: Follower<Data>,
): () => void {
  let stop: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let tries = 0;

  const connect = () => {
    let heard = false;
    const again = (reason?: unknown) => {
      stop();
      if (ended || (reason !== undefined && endsSession(toProblem(reason).code))) return;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          tries += 1;
          connect();
          // Else the new connection begins with what was missed.
          if (!heard) onUnheard();
        },
        backoffMs(tries, Math.random()),
      );
    };
    const subscription = client
      .subscribe<Data, Variables>({ ...options, fetchPolicy: "no-cache" })
      .subscribe({
        next: ({ data, error }) => {
          if (error) return again(error);
          tries = 0;
          heard = true;
          if (data) onData(data);
        },
        error: again,
        complete: () => again(),
      });
    stop = () => subscription.unsubscribe();
  };

  connect();
  return () => {
    ended = true;
    clearTimeout(timer);
    stop();
  };
}
