/** A recording as this browser keeps it until the server has all of it. */
export interface Held {
  key: string;
  tenant: string;
  projectId: string | null;
  /** Milliseconds since 1970. */
  startedAt: number;
  /** Null until the server has given it one. */
  remoteId: string | null;
  /** Pieces that were recorded; those that were sent are gone from the shelf. */
  chunks: number;
  durationMs: number;
  /** Whether nothing more will come. */
  stopped: boolean;
}

/** Where recordings wait: the browser's own store, or anything else that behaves like it. */
export interface Shelf {
  all: () => Promise<Held[]>;
  get: (key: string) => Promise<Held | undefined>;
  create: (held: Held) => Promise<void>;
  /** Changes some of a record in one step: who records and who sends both write it. */
  patch: (key: string, part: Partial<Held>) => Promise<void>;
  /** Keeps a piece and the record that counts it, or neither. */
  add: (key: string, part: Partial<Held>, index: number, bytes: ArrayBuffer) => Promise<void>;
  /** The pieces that are still here, by index. */
  pieces: (key: string) => Promise<number[]>;
  piece: (key: string, index: number) => Promise<ArrayBuffer | undefined>;
  drop: (key: string, index: number) => Promise<void>;
  remove: (key: string) => Promise<void>;
}

const name = "atelier-recordings";

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Nothing for a record that is gone. */
function merge(transaction: IDBTransaction, key: string, part: Partial<Held>) {
  const records = transaction.objectStore("recordings");
  const request = records.get(key) as IDBRequest<Held | undefined>;
  request.onsuccess = () => {
    if (request.result !== undefined) records.put({ ...request.result, ...part });
  };
}

/** Opens the store of this browser. */
export async function openShelf(): Promise<Shelf> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("recordings", { keyPath: "key" });
    request.result.createObjectStore("pieces");
  };
  const database = await done(request);
  const read = (store: string) => database.transaction(store).objectStore(store);
  const write = () =>
    database.transaction(["recordings", "pieces"], "readwrite", { durability: "strict" });
  const of = (key: string) => IDBKeyRange.bound([key, 0], [key, Number.MAX_SAFE_INTEGER]);
  return {
    all: () => done(read("recordings").getAll() as IDBRequest<Held[]>),
    get: (key) => done(read("recordings").get(key) as IDBRequest<Held | undefined>),
    create: (held) => {
      const transaction = write();
      transaction.objectStore("recordings").put(held);
      return settled(transaction);
    },
    patch: (key, part) => {
      const transaction = write();
      merge(transaction, key, part);
      return settled(transaction);
    },
    add: (key, part, index, bytes) => {
      const transaction = write();
      merge(transaction, key, part);
      transaction.objectStore("pieces").put(bytes, [key, index]);
      return settled(transaction);
    },
    pieces: async (key) =>
      (await done(read("pieces").getAllKeys(of(key)))).map(
        (place) => (place as [string, number])[1],
      ),
    piece: (key, index) =>
      done(read("pieces").get([key, index]) as IDBRequest<ArrayBuffer | undefined>),
    drop: (key, index) => {
      const transaction = write();
      transaction.objectStore("pieces").delete([key, index]);
      return settled(transaction);
    },
    remove: (key) => {
      const transaction = write();
      transaction.objectStore("recordings").delete(key);
      transaction.objectStore("pieces").delete(of(key));
      return settled(transaction);
    },
  };
}
