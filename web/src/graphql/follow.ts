import type { ApolloClient, OperationVariables } from "@apollo/client";
import { endsSession } from "@/problem/problem";
import { backoffMs } from "./backoff";
import { toProblem } from "./to-problem";

interface Follower<Data> {
  onData: (data: Data) => void;
  /** After the connection is back: whatever happened in between was missed. */
  onMissed: () => void;
}

/** Follows a subscription and connects again when it breaks, until the session ends or the caller stops it. */
export function follow<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  options: ApolloClient.SubscribeOptions<Data, Variables>,
  { onData, onMissed }: Follower<Data>,
): () => void {
  let stop: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  let tries = 0;

  const connect = () => {
    const again = (reason?: unknown) => {
      stop();
      if (ended || (reason !== undefined && endsSession(toProblem(reason).code))) return;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          tries += 1;
          connect();
          onMissed();
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
