import { type ApolloClient, NetworkStatus, type ObservableQuery } from "@apollo/client";

/** Whether a query on the screen shows something of what changed; `marks` are in the words of the room. */
type Shows = (query: ObservableQuery, marks: ReadonlySet<string>) => boolean;

/**
 * Reads again what is on the screen, once for all that changed within `afterMs`.
 *
 * A query that is on its way waits until it is there: it may have been answered before the change, and Apollo
 * lets a second request for the same thing share the answer of the first.
 */
export function createRereader(client: ApolloClient, afterMs: number, shows: Shows) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let marks = new Set<string>();
  let late = new Set<ObservableQuery>();

  const reread = () => {
    timer = undefined;
    const [due, waited] = [marks, late];
    marks = new Set();
    late = new Set();
    for (const query of client.getObservableQueries("active")) {
      if (!waited.has(query) && !shows(query, due)) continue;
      if (query.getCurrentResult().networkStatus < NetworkStatus.ready) late.add(query);
      else query.refetch().catch(() => undefined);
    }
    if (late.size > 0) timer = setTimeout(reread, afterMs);
  };

  return {
    add(changed: Iterable<string>) {
      for (const mark of changed) marks.add(mark);
      timer ??= setTimeout(reread, afterMs);
    },
    stop: () => clearTimeout(timer),
  };
}
