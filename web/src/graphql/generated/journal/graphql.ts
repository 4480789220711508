/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  | T
  | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };

import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";
/** Whether a person agreed to a description. */
export type AltStatus =
  /** A person wrote it, or agreed. */
  | "APPROVED"
  /** The program wrote it. */
  | "DRAFT"
  /** There is none. */
  | "NONE";

/** How an approval stands. */
export type ApprovalState =
  /** They agree. */
  | "APPROVED"
  /** They want something else. */
  | "CHANGES_REQUESTED"
  /** Somebody was asked. */
  | "REQUESTED"
  /** It is not wanted any more. */
  | "WITHDRAWN";

/** A change to a record: absent keeps a value, null resets it. */
export type ArtRecordPatch = {
  /** What it may cost. */
  budget?: BudgetInput | null | undefined;
  /** Up to 200 characters. */
  client?: string | null | undefined;
  /** Only the keys that it names change; a null value removes one, null instead of the object all of them. */
  customFields?: unknown;
  /** When it is to be done. */
  deadline?: string | null | undefined;
  /** When it goes to the archive by itself; it lies in the future. */
  expiresAt?: string | null | undefined;
  /** What an hour of work costs. */
  hourlyRate?: BudgetInput | null | undefined;
  /** Up to 80 characters. */
  medium?: string | null | undefined;
  /** How far it is. */
  status?: ArtStatus | null | undefined;
  /** The project's name as well: 1 to 200 characters. */
  title?: string | null | undefined;
};

/** How far a work is. */
export type ArtStatus =
  /** It is done. */
  | "COMPLETE"
  /** It is thought of. */
  | "PLANNING"
  /** It is being made. */
  | "PRODUCTION";

/** A change to an asset: absent keeps a value, null resets it. */
export type AssetPatch = {
  /** What it shows, up to 2000 characters. Who writes it agrees to it. */
  alt?: string | null | undefined;
  /** Agrees to the draft as it stands. */
  approveAlt?: boolean | null | undefined;
  /** What to call it: 1 to 255 characters. */
  fileName?: string | null | undefined;
  /** The log that it belongs to. */
  linkedLogId?: string | null | undefined;
  /** The project that it belongs to. */
  projectId?: string | null | undefined;
};

/** Whether an asset was looked into. */
export type AssetState =
  /** It can't be opened; the file is kept. */
  | "FAILED"
  /** It waits, or is being looked into. */
  | "PROCESSING"
  /** All that could be found is there; what is locked says so in `error`. */
  | "READY";

/** What can be done with an asset. */
export type AssetType =
  /** It is listened to. */
  | "AUDIO"
  /** It is read. */
  | "DOCUMENT"
  /** It is looked at. */
  | "IMAGE";

/** Whether the facts of a log are right. */
export type AttributionStatus =
  /** A person said so, or every fact was as sure as the tenant asks for. */
  | "CONFIRMED"
  /** It waits for a person. */
  | "PENDING"
  /** A person said no: it belongs to no project until somebody says to which. */
  | "REJECTED";

/** What a version says. */
export type BriefInput = {
  /** Up to 100. */
  deliverables: Array<DeliverableInput>;
  /** What changed and why: up to 500 characters. */
  message?: string | null | undefined;
  /** Up to 20 000 characters, Markdown. */
  notes?: string | null | undefined;
  /** Up to 200, of 2000 characters each. */
  requirements: Array<string>;
};

/** An amount of money. */
export type BudgetInput = {
  /** A decimal number that is not negative: up to 15 digits, and up to 4 behind a point. */
  amount: string;
  /** Three capital letters of ISO 4217: EUR. */
  currency: string;
};

/** What an inspiration becomes. */
export type Conversion =
  /** A log. */
  | "LOG"
  /** A project with its art record. */
  | "PROJECT";

/** Something that must be so for a milestone to be reached. */
export type CriterionInput = {
  /** Whether it is so. */
  met?: boolean;
  /** 1 to 400 characters. */
  text: string;
};

/** A change to a field: absent keeps a value, null resets it. */
export type CustomFieldPatch = {
  /** What can be chosen. Values that were chosen before stay. */
  choices?: Array<string> | null | undefined;
  /** Up to 400 characters. */
  description?: string | null | undefined;
  /** 1 to 60 characters. */
  label?: string | null | undefined;
  /** Its place among the fields. */
  position?: number | null | undefined;
  /** Whether it is retired. */
  retired?: boolean | null | undefined;
  /** Up to 20 characters, of a number. */
  unit?: string | null | undefined;
};

/** Something to be handed over. */
export type DeliverableInput = {
  /** When. */
  due?: string | null | undefined;
  /** Print, TIFF, framed: up to 80 characters. */
  format?: string;
  /** 1 to 200 characters. */
  name: string;
  /** 1 to 1 000 000. */
  quantity?: number;
};

/** What became of a line. */
export type DiffKind =
  /** Only the later one has it. */
  | "ADDED"
  /** Only the earlier one has it. */
  | "REMOVED"
  /** Both versions have it. */
  | "SAME";

/** Who found a fact. */
export type FactSource =
  /** A language model; the fact quotes the note. */
  | "MODEL"
  /** A person, who is right. */
  | "PERSON"
  /** The rules, which work offline. */
  | "RULES";

/** What a field holds. */
export type FieldType =
  /** Yes or no. */
  | "BOOLEAN"
  /** One of the field's choices. */
  | "CHOICE"
  /** A day. */
  | "DATE"
  /** An address that begins with http:// or https://. */
  | "LINK"
  /** A number. */
  | "NUMBER"
  /** Up to 2000 characters. */
  | "TEXT";

/** A change to an inspiration: absent keeps a value, null resets it. */
export type InspirationPatch = {
  /** When it goes to the archive by itself; it lies in the future. */
  expiresAt?: string | null | undefined;
  /** The project that it is for. */
  linkedProjectId?: string | null | undefined;
  /** Its place on the board. */
  position?: number | null | undefined;
  /** Where it was found. */
  sourceUrl?: string | null | undefined;
  /** Up to 30 words to find it by. */
  tags?: Array<string> | null | undefined;
  /** Up to 20 000 characters. */
  text?: string | null | undefined;
  /** Up to 200 characters. */
  title?: string | null | undefined;
};

/** What an inspiration is. */
export type InspirationType =
  /** Sound. */
  | "AUDIO"
  /** Any other file. */
  | "FILE"
  /** A picture. */
  | "IMAGE"
  /** Words. */
  | "TEXT";

/** What can happen. */
export type JournalChangeKind =
  /** It went to the archive. */
  | "ARCHIVED"
  /** It was made. */
  | "CREATED"
  /** It is gone for good. */
  | "DELETED"
  /** It came back. */
  | "RESTORED"
  /** Changes may have been missed: read anew what is shown. */
  | "RESYNC"
  /** It changed. */
  | "UPDATED";

/** A change to the settings: absent keeps a value, null resets it to its default. */
export type JournalSettingsPatch = {
  /** 0.5 to 1. */
  autoConfirmThreshold?: number | null | undefined;
  /** 0 to 23. */
  dayStartsAtHour?: number | null | undefined;
  /** 1 to 36 500; null: never. */
  expireAfterDays?: number | null | undefined;
  /** 200 at most. */
  neverGuessProjects?: Array<string> | null | undefined;
  /** Whether places in photographs are shown. */
  showLocation?: boolean | null | undefined;
  /** A name of the time zone database, such as `Europe/Berlin`. */
  timeZone?: string | null | undefined;
};

/** A change to a log: absent keeps a value, null resets it. */
export type LogPatch = {
  /** The day of the work; null is the day on which the log was made. */
  day?: string | null | undefined;
  /** All materials, at most 30. */
  materials?: Array<MaterialInput> | null | undefined;
  /** The project; null is the inbox. */
  projectId?: string | null | undefined;
  /** 1 character to 1.5 MB. Facts of the old words stay; read the log again for those of the new. */
  rawText?: string | null | undefined;
  /** At most 30 words of 1 to 40 characters. */
  tags?: Array<string> | null | undefined;
  /** All techniques, at most 20, of 1 to 80 characters. */
  techniques?: Array<string> | null | undefined;
  /** 0 to 10 080, a week; null when nobody knows. */
  timeSpentMinutes?: number | null | undefined;
};

/** A material as a person names it. */
export type MaterialInput = {
  /** Its name, 1 to 80 characters. */
  term: string;
  /** What became of it. */
  use: MaterialUse;
};

/** What the note says of a material. */
export type MaterialUse =
  /** It is only spoken of. */
  | "MENTIONED"
  /** The note says that it was not used. */
  | "NOT_USED"
  /** It is meant for later. */
  | "PLANNED"
  /** It ran out, or is to be ordered. */
  | "TO_BUY"
  /** It went into the work. */
  | "USED";

/** A change to a milestone: absent keeps a value, null resets it. */
export type MilestonePatch = {
  /** All of them anew. */
  criteria?: Array<CriterionInput> | null | undefined;
  /** When it is to be reached. */
  due?: string | null | undefined;
  /** 1 to 200 characters. */
  name?: string | null | undefined;
  /** Its place among those of the same day. */
  position?: number | null | undefined;
  /** How far it is. */
  status?: MilestoneStatus | null | undefined;
};

/** How far a milestone is. */
export type MilestoneStatus =
  /** It is reached. */
  | "COMPLETE"
  /** It is worked at. */
  | "IN_PROGRESS"
  /** Nothing was done for it yet. */
  | "PENDING";

/** What it takes to make a project with its record. */
export type NewArtProject = {
  /** What it may cost. */
  budget?: BudgetInput | null | undefined;
  /** For whom it is made. Up to 200 characters. */
  client?: string | null | undefined;
  /** Values by the keys of the field library. */
  customFields?: unknown;
  /** When it is to be done. */
  deadline?: string | null | undefined;
  /** Up to 20 000 characters, Markdown. */
  description?: string | null | undefined;
  /** What an hour of work costs. */
  hourlyRate?: BudgetInput | null | undefined;
  /** Oil, digital, ceramics: up to 80 characters. */
  medium?: string | null | undefined;
  /** 1 to 200 characters. */
  name: string;
  /** Planning unless something else is said. */
  status?: ArtStatus | null | undefined;
};

/** What it takes to make an asset of an upload. */
export type NewAsset = {
  /** What to call it, up to 255 characters; the name that the upload was given otherwise. */
  fileName?: string | null | undefined;
  /** The log that it belongs to. */
  logId?: string | null | undefined;
  /** The project that it belongs to. */
  projectId?: string | null | undefined;
  /** A finished upload of `/api/v1/uploads`. */
  uploadId: string;
};

/** What it takes to make a field. */
export type NewCustomField = {
  /** What can be chosen: 1 to 100 for a choice, none for anything else. */
  choices?: Array<string> | null | undefined;
  /** Up to 400 characters. */
  description?: string | null | undefined;
  /** Small letters, digits and `_`, beginning with a letter; made from the label when it is absent. */
  key?: string | null | undefined;
  /** 1 to 60 characters. */
  label: string;
  /** Behind the others unless it is said. */
  position?: number | null | undefined;
  /** What it holds. */
  type: FieldType;
  /** Up to 20 characters, of a number. */
  unit?: string | null | undefined;
};

/** What it takes to gather something. */
export type NewInspiration = {
  /** An asset that is there already, instead of an upload. */
  assetId?: string | null | undefined;
  /** The project that it is for. */
  linkedProjectId?: string | null | undefined;
  /** Its place on the board; before all others unless it is said. */
  position?: number | null | undefined;
  /** Where it was found: begins with http:// or https://. */
  sourceUrl?: string | null | undefined;
  /** Up to 30 words to find it by. */
  tags?: Array<string> | null | undefined;
  /** Up to 20 000 characters; words need some. */
  text?: string | null | undefined;
  /** Up to 200 characters. */
  title?: string | null | undefined;
  /** What it is. */
  type: InspirationType;
  /** A finished upload of `/api/v1/uploads`, of anything but words. */
  uploadId?: string | null | undefined;
};

/** What it takes to make a log. */
export type NewLog = {
  /** Assets that belong to it, at most 50. */
  assetIds?: Array<string> | null | undefined;
  /** The day of the work; without one it is the day that the note names, or today. */
  day?: string | null | undefined;
  /** The project; without one it is guessed. */
  projectId?: string | null | undefined;
  /** 1 character to 1.5 MB. */
  rawText: string;
  /** At most 30 words of 1 to 40 characters. */
  tags?: Array<string> | null | undefined;
};

/** What it takes to make a milestone. */
export type NewMilestone = {
  /** What it takes: up to 50. */
  criteria?: Array<CriterionInput> | null | undefined;
  /** When it is to be reached. */
  due?: string | null | undefined;
  /** 1 to 200 characters. */
  name: string;
  /** Behind the others unless it is said. */
  position?: number | null | undefined;
  /** Pending unless something else is said. */
  status?: MilestoneStatus | null | undefined;
};

/** What it takes to begin a recording. */
export type NewRecording = {
  /**
   * What the recorder sends: `audio/L16;rate=16000` for samples of 16 bits, the lower byte first, of one
   * channel; or a stream such as `audio/webm;codecs=opus`. With an upload, what the file is.
   */
  contentType: string;
  /** The project that it is made in; without one it is guessed from the words. */
  projectId?: string | null | undefined;
  /** Samples a second, 8000 to 192000, for samples whose media type does not say. */
  sampleRate?: number | null | undefined;
  /** A finished upload instead of a recorder: it is transcribed at once. */
  uploadId?: string | null | undefined;
};

/** Whether a project is in use or put away. */
export type ProjectState =
  /** In use. */
  | "ACTIVE"
  /** Put away: it can't be changed, only restored or deleted. */
  | "ARCHIVED";

/** How far a recording has come. */
export type RecordingState =
  /** It is a log. */
  | "DONE"
  /** What was heard is being understood. */
  | "EXTRACTING"
  /** It could not be made a log; the sound is kept. */
  | "FAILED"
  /** Pieces are coming in. */
  | "RECORDING"
  /** It is being listened to. */
  | "TRANSCRIBING"
  /** All of it is there. */
  | "UPLOADED";

export type ArchiveQueryVariables = Exact<{
  title?: string | null | undefined;
  kind?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ArchiveQuery = {
  archive: {
    nodes: Array<{
      key: string;
      kind: string;
      id: string;
      title: string;
      projectId: string | null;
      archivedAt: string;
      reason: string;
      bytes: number;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type RestoreArchivedMutationVariables = Exact<{
  key: string;
}>;

export type RestoreArchivedMutation = { restoreArchived: { key: string } };

export type DeleteArchivedMutationVariables = Exact<{
  key: string;
}>;

export type DeleteArchivedMutation = { deleteArchived: { key: string } };

export type BriefPageFragment = {
  __typename: "Brief";
  projectId: string;
  version: number;
  requirements: Array<string>;
  notes: string;
  createdAt: string;
  createdBy: string;
  restoredFrom: number | null;
  lock: number;
  deliverables: Array<{ name: string; quantity: number; format: string; due: string | null }>;
  approvals: Array<{
    id: string;
    who: string;
    state: ApprovalState;
    note: string;
    requestedAt: string;
    decidedAt: string | null;
    decidedBy: string | null;
  }>;
  changelog: Array<{
    version: number;
    by: string;
    at: string;
    message: string;
    changes: Array<string>;
  }>;
};

export type BriefQueryVariables = Exact<{
  projectId: string;
}>;

export type BriefQuery = {
  brief: {
    __typename: "Brief";
    projectId: string;
    version: number;
    requirements: Array<string>;
    notes: string;
    createdAt: string;
    createdBy: string;
    restoredFrom: number | null;
    lock: number;
    deliverables: Array<{ name: string; quantity: number; format: string; due: string | null }>;
    approvals: Array<{
      id: string;
      who: string;
      state: ApprovalState;
      note: string;
      requestedAt: string;
      decidedAt: string | null;
      decidedBy: string | null;
    }>;
    changelog: Array<{
      version: number;
      by: string;
      at: string;
      message: string;
      changes: Array<string>;
    }>;
  } | null;
};

export type BriefVersionsQueryVariables = Exact<{
  projectId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type BriefVersionsQuery = {
  briefVersions: {
    nodes: Array<{
      __typename: "Brief";
      projectId: string;
      version: number;
      createdAt: string;
      createdBy: string;
      restoredFrom: number | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type BriefDiffQueryVariables = Exact<{
  projectId: string;
  from: number;
  to: number;
}>;

export type BriefDiffQuery = {
  briefDiff: {
    from: number;
    to: number;
    lines: Array<{ section: string; kind: DiffKind; text: string }>;
  };
};

export type SaveBriefMutationVariables = Exact<{
  projectId: string;
  basedOn: number;
  input: BriefInput;
}>;

export type SaveBriefMutation = {
  saveBrief:
    | {
        __typename: "Brief";
        projectId: string;
        version: number;
        requirements: Array<string>;
        notes: string;
        createdAt: string;
        createdBy: string;
        restoredFrom: number | null;
        lock: number;
        deliverables: Array<{ name: string; quantity: number; format: string; due: string | null }>;
        approvals: Array<{
          id: string;
          who: string;
          state: ApprovalState;
          note: string;
          requestedAt: string;
          decidedAt: string | null;
          decidedBy: string | null;
        }>;
        changelog: Array<{
          version: number;
          by: string;
          at: string;
          message: string;
          changes: Array<string>;
        }>;
      }
    | {
        current: {
          __typename: "Brief";
          projectId: string;
          version: number;
          requirements: Array<string>;
          notes: string;
          createdAt: string;
          createdBy: string;
          restoredFrom: number | null;
          lock: number;
          deliverables: Array<{
            name: string;
            quantity: number;
            format: string;
            due: string | null;
          }>;
          approvals: Array<{
            id: string;
            who: string;
            state: ApprovalState;
            note: string;
            requestedAt: string;
            decidedAt: string | null;
            decidedBy: string | null;
          }>;
          changelog: Array<{
            version: number;
            by: string;
            at: string;
            message: string;
            changes: Array<string>;
          }>;
        } | null;
      };
};

export type RestoreBriefMutationVariables = Exact<{
  projectId: string;
  version: number;
  basedOn: number;
}>;

export type RestoreBriefMutation = {
  restoreBrief:
    | {
        __typename: "Brief";
        projectId: string;
        version: number;
        requirements: Array<string>;
        notes: string;
        createdAt: string;
        createdBy: string;
        restoredFrom: number | null;
        lock: number;
        deliverables: Array<{ name: string; quantity: number; format: string; due: string | null }>;
        approvals: Array<{
          id: string;
          who: string;
          state: ApprovalState;
          note: string;
          requestedAt: string;
          decidedAt: string | null;
          decidedBy: string | null;
        }>;
        changelog: Array<{
          version: number;
          by: string;
          at: string;
          message: string;
          changes: Array<string>;
        }>;
      }
    | {
        current: {
          __typename: "Brief";
          projectId: string;
          version: number;
          requirements: Array<string>;
          notes: string;
          createdAt: string;
          createdBy: string;
          restoredFrom: number | null;
          lock: number;
          deliverables: Array<{
            name: string;
            quantity: number;
            format: string;
            due: string | null;
          }>;
          approvals: Array<{
            id: string;
            who: string;
            state: ApprovalState;
            note: string;
            requestedAt: string;
            decidedAt: string | null;
            decidedBy: string | null;
          }>;
          changelog: Array<{
            version: number;
            by: string;
            at: string;
            message: string;
            changes: Array<string>;
          }>;
        } | null;
      };
};

export type RequestApprovalMutationVariables = Exact<{
  projectId: string;
  version: number;
  lock: number;
  who: string;
  note?: string | null | undefined;
}>;

export type RequestApprovalMutation = {
  requestApproval:
    | {
        __typename: "Brief";
        projectId: string;
        version: number;
        requirements: Array<string>;
        notes: string;
        createdAt: string;
        createdBy: string;
        restoredFrom: number | null;
        lock: number;
        deliverables: Array<{ name: string; quantity: number; format: string; due: string | null }>;
        approvals: Array<{
          id: string;
          who: string;
          state: ApprovalState;
          note: string;
          requestedAt: string;
          decidedAt: string | null;
          decidedBy: string | null;
        }>;
        changelog: Array<{
          version: number;
          by: string;
          at: string;
          message: string;
          changes: Array<string>;
        }>;
      }
    | {
        current: {
          __typename: "Brief";
          projectId: string;
          version: number;
          requirements: Array<string>;
          notes: string;
          createdAt: string;
          createdBy: string;
          restoredFrom: number | null;
          lock: number;
          deliverables: Array<{
            name: string;
            quantity: number;
            format: string;
            due: string | null;
          }>;
          approvals: Array<{
            id: string;
            who: string;
            state: ApprovalState;
            note: string;
            requestedAt: string;
            decidedAt: string | null;
            decidedBy: string | null;
          }>;
          changelog: Array<{
            version: number;
            by: string;
            at: string;
            message: string;
            changes: Array<string>;
          }>;
        } | null;
      };
};

export type DecideApprovalMutationVariables = Exact<{
  projectId: string;
  version: number;
  lock: number;
  approvalId: string;
  state: ApprovalState;
  note?: string | null | undefined;
}>;

export type DecideApprovalMutation = {
  decideApproval:
    | {
        __typename: "Brief";
        projectId: string;
        version: number;
        requirements: Array<string>;
        notes: string;
        createdAt: string;
        createdBy: string;
        restoredFrom: number | null;
        lock: number;
        deliverables: Array<{ name: string; quantity: number; format: string; due: string | null }>;
        approvals: Array<{
          id: string;
          who: string;
          state: ApprovalState;
          note: string;
          requestedAt: string;
          decidedAt: string | null;
          decidedBy: string | null;
        }>;
        changelog: Array<{
          version: number;
          by: string;
          at: string;
          message: string;
          changes: Array<string>;
        }>;
      }
    | {
        current: {
          __typename: "Brief";
          projectId: string;
          version: number;
          requirements: Array<string>;
          notes: string;
          createdAt: string;
          createdBy: string;
          restoredFrom: number | null;
          lock: number;
          deliverables: Array<{
            name: string;
            quantity: number;
            format: string;
            due: string | null;
          }>;
          approvals: Array<{
            id: string;
            who: string;
            state: ApprovalState;
            note: string;
            requestedAt: string;
            decidedAt: string | null;
            decidedBy: string | null;
          }>;
          changelog: Array<{
            version: number;
            by: string;
            at: string;
            message: string;
            changes: Array<string>;
          }>;
        } | null;
      };
};

export type AssetTileFragment = {
  __typename: "Asset";
  id: string;
  projectId: string | null;
  type: AssetType;
  state: AssetState;
  fileName: string;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  pages: number | null;
  durationMs: number | null;
  alt: string;
  altStatus: AltStatus;
  thumbhash: string | null;
  error: string | null;
  takenAt: string | null;
  createdAt: string;
  version: number;
  urls: {
    original: string | null;
    small: string | null;
    medium: string | null;
    large: string | null;
    screen: string | null;
  };
  colours: Array<{ hex: string; name: string; share: number }>;
};

export type AssetPageFragment = {
  __typename: "Asset";
  linkedLogId: string | null;
  sha256: string;
  exif: unknown;
  hasLocation: boolean;
  ocr: string;
  duplicateOf: string | null;
  id: string;
  projectId: string | null;
  type: AssetType;
  state: AssetState;
  fileName: string;
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  pages: number | null;
  durationMs: number | null;
  alt: string;
  altStatus: AltStatus;
  thumbhash: string | null;
  error: string | null;
  takenAt: string | null;
  createdAt: string;
  version: number;
  ocrWords: Array<{ text: string; confidence: number; box: Array<number> }>;
  urls: {
    original: string | null;
    small: string | null;
    medium: string | null;
    large: string | null;
    screen: string | null;
  };
  colours: Array<{ hex: string; name: string; share: number }>;
};

export type AssetsQueryVariables = Exact<{
  projectId?: string | null | undefined;
  type?: AssetType | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type AssetsQuery = {
  assetCount: number;
  assets: {
    nodes: Array<{
      __typename: "Asset";
      id: string;
      projectId: string | null;
      type: AssetType;
      state: AssetState;
      fileName: string;
      contentType: string;
      bytes: number;
      width: number | null;
      height: number | null;
      pages: number | null;
      durationMs: number | null;
      alt: string;
      altStatus: AltStatus;
      thumbhash: string | null;
      error: string | null;
      takenAt: string | null;
      createdAt: string;
      version: number;
      urls: {
        original: string | null;
        small: string | null;
        medium: string | null;
        large: string | null;
        screen: string | null;
      };
      colours: Array<{ hex: string; name: string; share: number }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type AssetQueryVariables = Exact<{
  id: string;
}>;

export type AssetQuery = {
  asset: {
    __typename: "Asset";
    linkedLogId: string | null;
    sha256: string;
    exif: unknown;
    hasLocation: boolean;
    ocr: string;
    duplicateOf: string | null;
    id: string;
    projectId: string | null;
    type: AssetType;
    state: AssetState;
    fileName: string;
    contentType: string;
    bytes: number;
    width: number | null;
    height: number | null;
    pages: number | null;
    durationMs: number | null;
    alt: string;
    altStatus: AltStatus;
    thumbhash: string | null;
    error: string | null;
    takenAt: string | null;
    createdAt: string;
    version: number;
    ocrWords: Array<{ text: string; confidence: number; box: Array<number> }>;
    urls: {
      original: string | null;
      small: string | null;
      medium: string | null;
      large: string | null;
      screen: string | null;
    };
    colours: Array<{ hex: string; name: string; share: number }>;
  } | null;
};

export type RegisterAssetMutationVariables = Exact<{
  input: NewAsset;
}>;

export type RegisterAssetMutation = {
  registerAsset: {
    __typename: "Asset";
    duplicateOf: string | null;
    id: string;
    projectId: string | null;
    type: AssetType;
    state: AssetState;
    fileName: string;
    contentType: string;
    bytes: number;
    width: number | null;
    height: number | null;
    pages: number | null;
    durationMs: number | null;
    alt: string;
    altStatus: AltStatus;
    thumbhash: string | null;
    error: string | null;
    takenAt: string | null;
    createdAt: string;
    version: number;
    urls: {
      original: string | null;
      small: string | null;
      medium: string | null;
      large: string | null;
      screen: string | null;
    };
    colours: Array<{ hex: string; name: string; share: number }>;
  };
};

export type UpdateAssetMutationVariables = Exact<{
  id: string;
  version: number;
  patch: AssetPatch;
}>;

export type UpdateAssetMutation = {
  updateAsset:
    | {
        __typename: "Asset";
        linkedLogId: string | null;
        sha256: string;
        exif: unknown;
        hasLocation: boolean;
        ocr: string;
        duplicateOf: string | null;
        id: string;
        projectId: string | null;
        type: AssetType;
        state: AssetState;
        fileName: string;
        contentType: string;
        bytes: number;
        width: number | null;
        height: number | null;
        pages: number | null;
        durationMs: number | null;
        alt: string;
        altStatus: AltStatus;
        thumbhash: string | null;
        error: string | null;
        takenAt: string | null;
        createdAt: string;
        version: number;
        ocrWords: Array<{ text: string; confidence: number; box: Array<number> }>;
        urls: {
          original: string | null;
          small: string | null;
          medium: string | null;
          large: string | null;
          screen: string | null;
        };
        colours: Array<{ hex: string; name: string; share: number }>;
      }
    | {
        current: {
          __typename: "Asset";
          linkedLogId: string | null;
          sha256: string;
          exif: unknown;
          hasLocation: boolean;
          ocr: string;
          duplicateOf: string | null;
          id: string;
          projectId: string | null;
          type: AssetType;
          state: AssetState;
          fileName: string;
          contentType: string;
          bytes: number;
          width: number | null;
          height: number | null;
          pages: number | null;
          durationMs: number | null;
          alt: string;
          altStatus: AltStatus;
          thumbhash: string | null;
          error: string | null;
          takenAt: string | null;
          createdAt: string;
          version: number;
          ocrWords: Array<{ text: string; confidence: number; box: Array<number> }>;
          urls: {
            original: string | null;
            small: string | null;
            medium: string | null;
            large: string | null;
            screen: string | null;
          };
          colours: Array<{ hex: string; name: string; share: number }>;
        };
      };
};

export type RedoAssetMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type RedoAssetMutation = {
  redoAsset:
    | {
        __typename: "Asset";
        linkedLogId: string | null;
        sha256: string;
        exif: unknown;
        hasLocation: boolean;
        ocr: string;
        duplicateOf: string | null;
        id: string;
        projectId: string | null;
        type: AssetType;
        state: AssetState;
        fileName: string;
        contentType: string;
        bytes: number;
        width: number | null;
        height: number | null;
        pages: number | null;
        durationMs: number | null;
        alt: string;
        altStatus: AltStatus;
        thumbhash: string | null;
        error: string | null;
        takenAt: string | null;
        createdAt: string;
        version: number;
        ocrWords: Array<{ text: string; confidence: number; box: Array<number> }>;
        urls: {
          original: string | null;
          small: string | null;
          medium: string | null;
          large: string | null;
          screen: string | null;
        };
        colours: Array<{ hex: string; name: string; share: number }>;
      }
    | {
        current: {
          __typename: "Asset";
          linkedLogId: string | null;
          sha256: string;
          exif: unknown;
          hasLocation: boolean;
          ocr: string;
          duplicateOf: string | null;
          id: string;
          projectId: string | null;
          type: AssetType;
          state: AssetState;
          fileName: string;
          contentType: string;
          bytes: number;
          width: number | null;
          height: number | null;
          pages: number | null;
          durationMs: number | null;
          alt: string;
          altStatus: AltStatus;
          thumbhash: string | null;
          error: string | null;
          takenAt: string | null;
          createdAt: string;
          version: number;
          ocrWords: Array<{ text: string; confidence: number; box: Array<number> }>;
          urls: {
            original: string | null;
            small: string | null;
            medium: string | null;
            large: string | null;
            screen: string | null;
          };
          colours: Array<{ hex: string; name: string; share: number }>;
        };
      };
};

export type DeleteAssetMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type DeleteAssetMutation = {
  deleteAsset:
    | {
        current: {
          __typename: "Asset";
          linkedLogId: string | null;
          sha256: string;
          exif: unknown;
          hasLocation: boolean;
          ocr: string;
          duplicateOf: string | null;
          id: string;
          projectId: string | null;
          type: AssetType;
          state: AssetState;
          fileName: string;
          contentType: string;
          bytes: number;
          width: number | null;
          height: number | null;
          pages: number | null;
          durationMs: number | null;
          alt: string;
          altStatus: AltStatus;
          thumbhash: string | null;
          error: string | null;
          takenAt: string | null;
          createdAt: string;
          version: number;
          ocrWords: Array<{ text: string; confidence: number; box: Array<number> }>;
          urls: {
            original: string | null;
            small: string | null;
            medium: string | null;
            large: string | null;
            screen: string | null;
          };
          colours: Array<{ hex: string; name: string; share: number }>;
        };
      }
    | { id: string };
};

export type InsightsQueryVariables = Exact<{
  projectId?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;

export type InsightsQuery = {
  insights: {
    minutes: number;
    pendingMinutes: number;
    days: number;
    logs: number;
    streak: { current: number; longest: number; lastDay: string | null };
    byWeek: Array<{ week: string; minutes: number }>;
    byProject: Array<{ projectId: string | null; title: string; minutes: number }>;
    byTechnique: Array<{ name: string; minutes: number }>;
    materials: Array<{ material: string; uses: number; minutes: number; lastUsed: string | null }>;
    projects: Array<{
      projectId: string;
      title: string;
      minutes: number;
      budgetUsed: number | null;
      deadline: string | null;
      daysLeft: number | null;
      milestones: number;
      milestonesComplete: number;
      hourlyRate: { amount: string; currency: string } | null;
      cost: { amount: string; currency: string } | null;
      budget: { amount: string; currency: string } | null;
    }>;
  };
};

export type SqlQueryVariables = Exact<{
  query: string;
}>;

export type SqlQuery = {
  sql: { rows: Array<unknown>; truncated: boolean; columns: Array<{ name: string; type: string }> };
};

export type SqlTablesQueryVariables = Exact<{ [key: string]: never }>;

export type SqlTablesQuery = {
  sqlTables: Array<{
    name: string;
    purpose: string;
    columns: Array<{ name: string; purpose: string }>;
  }>;
};

export type IdeaFragment = {
  __typename: "Inspiration";
  id: string;
  type: InspirationType;
  title: string;
  text: string;
  sourceUrl: string | null;
  tags: Array<string>;
  linkedProjectId: string | null;
  convertedTo: string | null;
  position: number;
  createdAt: string;
  version: number;
  asset: {
    __typename: "Asset";
    id: string;
    state: AssetState;
    fileName: string;
    width: number | null;
    height: number | null;
    alt: string;
    thumbhash: string | null;
    version: number;
    urls: {
      small: string | null;
      medium: string | null;
      large: string | null;
      original: string | null;
    };
  } | null;
  colours: Array<{ hex: string; name: string; share: number }>;
};

export type InspirationsQueryVariables = Exact<{
  tag?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type InspirationsQuery = {
  inspirations: {
    nodes: Array<{
      __typename: "Inspiration";
      id: string;
      type: InspirationType;
      title: string;
      text: string;
      sourceUrl: string | null;
      tags: Array<string>;
      linkedProjectId: string | null;
      convertedTo: string | null;
      position: number;
      createdAt: string;
      version: number;
      asset: {
        __typename: "Asset";
        id: string;
        state: AssetState;
        fileName: string;
        width: number | null;
        height: number | null;
        alt: string;
        thumbhash: string | null;
        version: number;
        urls: {
          small: string | null;
          medium: string | null;
          large: string | null;
          original: string | null;
        };
      } | null;
      colours: Array<{ hex: string; name: string; share: number }>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type CreateInspirationMutationVariables = Exact<{
  input: NewInspiration;
}>;

export type CreateInspirationMutation = {
  createInspiration: {
    __typename: "Inspiration";
    id: string;
    type: InspirationType;
    title: string;
    text: string;
    sourceUrl: string | null;
    tags: Array<string>;
    linkedProjectId: string | null;
    convertedTo: string | null;
    position: number;
    createdAt: string;
    version: number;
    asset: {
      __typename: "Asset";
      id: string;
      state: AssetState;
      fileName: string;
      width: number | null;
      height: number | null;
      alt: string;
      thumbhash: string | null;
      version: number;
      urls: {
        small: string | null;
        medium: string | null;
        large: string | null;
        original: string | null;
      };
    } | null;
    colours: Array<{ hex: string; name: string; share: number }>;
  };
};

export type UpdateInspirationMutationVariables = Exact<{
  id: string;
  version: number;
  patch: InspirationPatch;
}>;

export type UpdateInspirationMutation = {
  updateInspiration:
    | {
        __typename: "Inspiration";
        id: string;
        type: InspirationType;
        title: string;
        text: string;
        sourceUrl: string | null;
        tags: Array<string>;
        linkedProjectId: string | null;
        convertedTo: string | null;
        position: number;
        createdAt: string;
        version: number;
        asset: {
          __typename: "Asset";
          id: string;
          state: AssetState;
          fileName: string;
          width: number | null;
          height: number | null;
          alt: string;
          thumbhash: string | null;
          version: number;
          urls: {
            small: string | null;
            medium: string | null;
            large: string | null;
            original: string | null;
          };
        } | null;
        colours: Array<{ hex: string; name: string; share: number }>;
      }
    | {
        current: {
          __typename: "Inspiration";
          id: string;
          type: InspirationType;
          title: string;
          text: string;
          sourceUrl: string | null;
          tags: Array<string>;
          linkedProjectId: string | null;
          convertedTo: string | null;
          position: number;
          createdAt: string;
          version: number;
          asset: {
            __typename: "Asset";
            id: string;
            state: AssetState;
            fileName: string;
            width: number | null;
            height: number | null;
            alt: string;
            thumbhash: string | null;
            version: number;
            urls: {
              small: string | null;
              medium: string | null;
              large: string | null;
              original: string | null;
            };
          } | null;
          colours: Array<{ hex: string; name: string; share: number }>;
        };
      };
};

export type DeleteInspirationMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type DeleteInspirationMutation = {
  deleteInspiration:
    | {
        current: {
          __typename: "Inspiration";
          id: string;
          type: InspirationType;
          title: string;
          text: string;
          sourceUrl: string | null;
          tags: Array<string>;
          linkedProjectId: string | null;
          convertedTo: string | null;
          position: number;
          createdAt: string;
          version: number;
          asset: {
            __typename: "Asset";
            id: string;
            state: AssetState;
            fileName: string;
            width: number | null;
            height: number | null;
            alt: string;
            thumbhash: string | null;
            version: number;
            urls: {
              small: string | null;
              medium: string | null;
              large: string | null;
              original: string | null;
            };
          } | null;
          colours: Array<{ hex: string; name: string; share: number }>;
        };
      }
    | { id: string };
};

export type ConvertInspirationMutationVariables = Exact<{
  id: string;
  version: number;
  to: Conversion;
  projectId?: string | null | undefined;
}>;

export type ConvertInspirationMutation = {
  convertInspiration:
    | {
        current: {
          __typename: "Inspiration";
          id: string;
          type: InspirationType;
          title: string;
          text: string;
          sourceUrl: string | null;
          tags: Array<string>;
          linkedProjectId: string | null;
          convertedTo: string | null;
          position: number;
          createdAt: string;
          version: number;
          asset: {
            __typename: "Asset";
            id: string;
            state: AssetState;
            fileName: string;
            width: number | null;
            height: number | null;
            alt: string;
            thumbhash: string | null;
            version: number;
            urls: {
              small: string | null;
              medium: string | null;
              large: string | null;
              original: string | null;
            };
          } | null;
          colours: Array<{ hex: string; name: string; share: number }>;
        };
      }
    | {
        inspiration: {
          __typename: "Inspiration";
          id: string;
          type: InspirationType;
          title: string;
          text: string;
          sourceUrl: string | null;
          tags: Array<string>;
          linkedProjectId: string | null;
          convertedTo: string | null;
          position: number;
          createdAt: string;
          version: number;
          asset: {
            __typename: "Asset";
            id: string;
            state: AssetState;
            fileName: string;
            width: number | null;
            height: number | null;
            alt: string;
            thumbhash: string | null;
            version: number;
            urls: {
              small: string | null;
              medium: string | null;
              large: string | null;
              original: string | null;
            };
          } | null;
          colours: Array<{ hex: string; name: string; share: number }>;
        };
        record: { projectId: string; title: string } | null;
        log: { logId: string; projectId: string | null } | null;
      };
};

export type JournalChangesSubscriptionVariables = Exact<{
  projectId?: string | null | undefined;
}>;

export type JournalChangesSubscription = {
  journalChanges: { kind: JournalChangeKind; entity: string; id: string; projectId: string | null };
};

export type MilestoneRowFragment = {
  __typename: "Milestone";
  id: string;
  projectId: string;
  name: string;
  due: string | null;
  status: MilestoneStatus;
  completedAt: string | null;
  position: number;
  version: number;
  criteria: Array<{ text: string; met: boolean }>;
};

export type MilestonesQueryVariables = Exact<{
  projectId: string;
}>;

export type MilestonesQuery = {
  milestones: Array<{
    __typename: "Milestone";
    id: string;
    projectId: string;
    name: string;
    due: string | null;
    status: MilestoneStatus;
    completedAt: string | null;
    position: number;
    version: number;
    criteria: Array<{ text: string; met: boolean }>;
  }>;
};

export type CreateMilestoneMutationVariables = Exact<{
  projectId: string;
  input: NewMilestone;
}>;

export type CreateMilestoneMutation = {
  createMilestone: {
    __typename: "Milestone";
    id: string;
    projectId: string;
    name: string;
    due: string | null;
    status: MilestoneStatus;
    completedAt: string | null;
    position: number;
    version: number;
    criteria: Array<{ text: string; met: boolean }>;
  };
};

export type UpdateMilestoneMutationVariables = Exact<{
  id: string;
  projectId: string;
  version: number;
  patch: MilestonePatch;
}>;

export type UpdateMilestoneMutation = {
  updateMilestone:
    | {
        __typename: "Milestone";
        id: string;
        projectId: string;
        name: string;
        due: string | null;
        status: MilestoneStatus;
        completedAt: string | null;
        position: number;
        version: number;
        criteria: Array<{ text: string; met: boolean }>;
      }
    | {
        current: {
          __typename: "Milestone";
          id: string;
          projectId: string;
          name: string;
          due: string | null;
          status: MilestoneStatus;
          completedAt: string | null;
          position: number;
          version: number;
          criteria: Array<{ text: string; met: boolean }>;
        };
      };
};

export type DeleteMilestoneMutationVariables = Exact<{
  id: string;
  projectId: string;
  version: number;
}>;

export type DeleteMilestoneMutation = {
  deleteMilestone:
    | {
        current: {
          __typename: "Milestone";
          id: string;
          projectId: string;
          name: string;
          due: string | null;
          status: MilestoneStatus;
          completedAt: string | null;
          position: number;
          version: number;
          criteria: Array<{ text: string; met: boolean }>;
        };
      }
    | { id: string };
};

export type PieceFragment = {
  __typename: "ArtRecord";
  projectId: string;
  title: string;
  medium: string;
  status: ArtStatus;
  client: string | null;
  deadline: string | null;
  customFields: unknown;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  version: number;
  budget: { amount: string; currency: string } | null;
  hourlyRate: { amount: string; currency: string } | null;
  progress: {
    milestones: number;
    milestonesComplete: number;
    logs: number;
    pendingLogs: number;
    assets: number;
    minutes: number;
    lastWorkedAt: string | null;
  };
};

export type ArtRecordsQueryVariables = Exact<{
  status?: ArtStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type ArtRecordsQuery = {
  artRecords: {
    nodes: Array<{
      __typename: "ArtRecord";
      projectId: string;
      title: string;
      medium: string;
      status: ArtStatus;
      client: string | null;
      deadline: string | null;
      customFields: unknown;
      createdAt: string;
      updatedAt: string;
      archivedAt: string | null;
      version: number;
      budget: { amount: string; currency: string } | null;
      hourlyRate: { amount: string; currency: string } | null;
      progress: {
        milestones: number;
        milestonesComplete: number;
        logs: number;
        pendingLogs: number;
        assets: number;
        minutes: number;
        lastWorkedAt: string | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ArtRecordQueryVariables = Exact<{
  projectId: string;
}>;

export type ArtRecordQuery = {
  artRecord: {
    __typename: "ArtRecord";
    projectId: string;
    title: string;
    medium: string;
    status: ArtStatus;
    client: string | null;
    deadline: string | null;
    customFields: unknown;
    createdAt: string;
    updatedAt: string;
    archivedAt: string | null;
    version: number;
    budget: { amount: string; currency: string } | null;
    hourlyRate: { amount: string; currency: string } | null;
    progress: {
      milestones: number;
      milestonesComplete: number;
      logs: number;
      pendingLogs: number;
      assets: number;
      minutes: number;
      lastWorkedAt: string | null;
    };
  } | null;
};

export type CreateArtProjectMutationVariables = Exact<{
  input: NewArtProject;
}>;

export type CreateArtProjectMutation = {
  createArtProject: {
    __typename: "ArtRecord";
    projectId: string;
    title: string;
    medium: string;
    status: ArtStatus;
    client: string | null;
    deadline: string | null;
    customFields: unknown;
    createdAt: string;
    updatedAt: string;
    archivedAt: string | null;
    version: number;
    budget: { amount: string; currency: string } | null;
    hourlyRate: { amount: string; currency: string } | null;
    progress: {
      milestones: number;
      milestonesComplete: number;
      logs: number;
      pendingLogs: number;
      assets: number;
      minutes: number;
      lastWorkedAt: string | null;
    };
  };
};

export type UpdateArtRecordMutationVariables = Exact<{
  projectId: string;
  version: number;
  patch: ArtRecordPatch;
}>;

export type UpdateArtRecordMutation = {
  updateArtRecord:
    | {
        __typename: "ArtRecord";
        projectId: string;
        title: string;
        medium: string;
        status: ArtStatus;
        client: string | null;
        deadline: string | null;
        customFields: unknown;
        createdAt: string;
        updatedAt: string;
        archivedAt: string | null;
        version: number;
        budget: { amount: string; currency: string } | null;
        hourlyRate: { amount: string; currency: string } | null;
        progress: {
          milestones: number;
          milestonesComplete: number;
          logs: number;
          pendingLogs: number;
          assets: number;
          minutes: number;
          lastWorkedAt: string | null;
        };
      }
    | {
        current: {
          __typename: "ArtRecord";
          projectId: string;
          title: string;
          medium: string;
          status: ArtStatus;
          client: string | null;
          deadline: string | null;
          customFields: unknown;
          createdAt: string;
          updatedAt: string;
          archivedAt: string | null;
          version: number;
          budget: { amount: string; currency: string } | null;
          hourlyRate: { amount: string; currency: string } | null;
          progress: {
            milestones: number;
            milestonesComplete: number;
            logs: number;
            pendingLogs: number;
            assets: number;
            minutes: number;
            lastWorkedAt: string | null;
          };
        };
      };
};

export type ArchiveArtRecordMutationVariables = Exact<{
  projectId: string;
  version: number;
}>;

export type ArchiveArtRecordMutation = {
  archiveArtRecord:
    | {
        __typename: "ArtRecord";
        projectId: string;
        title: string;
        medium: string;
        status: ArtStatus;
        client: string | null;
        deadline: string | null;
        customFields: unknown;
        createdAt: string;
        updatedAt: string;
        archivedAt: string | null;
        version: number;
        budget: { amount: string; currency: string } | null;
        hourlyRate: { amount: string; currency: string } | null;
        progress: {
          milestones: number;
          milestonesComplete: number;
          logs: number;
          pendingLogs: number;
          assets: number;
          minutes: number;
          lastWorkedAt: string | null;
        };
      }
    | {
        current: {
          __typename: "ArtRecord";
          projectId: string;
          title: string;
          medium: string;
          status: ArtStatus;
          client: string | null;
          deadline: string | null;
          customFields: unknown;
          createdAt: string;
          updatedAt: string;
          archivedAt: string | null;
          version: number;
          budget: { amount: string; currency: string } | null;
          hourlyRate: { amount: string; currency: string } | null;
          progress: {
            milestones: number;
            milestonesComplete: number;
            logs: number;
            pendingLogs: number;
            assets: number;
            minutes: number;
            lastWorkedAt: string | null;
          };
        };
      };
};

export type CoverFragment = {
  __typename: "Asset";
  id: string;
  projectId: string | null;
  fileName: string;
  alt: string;
  width: number | null;
  height: number | null;
  thumbhash: string | null;
  colours: Array<{ hex: string; name: string; share: number }>;
  urls: { medium: string | null; large: string | null };
};

export type CoversQueryVariables = Exact<{
  projectId?: string | null | undefined;
  first: number;
}>;

export type CoversQuery = {
  assets: {
    nodes: Array<{
      __typename: "Asset";
      id: string;
      projectId: string | null;
      fileName: string;
      alt: string;
      width: number | null;
      height: number | null;
      thumbhash: string | null;
      colours: Array<{ hex: string; name: string; share: number }>;
      urls: { medium: string | null; large: string | null };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type RecordingProgressQueryVariables = Exact<{
  id: string;
}>;

export type RecordingProgressQuery = {
  recording: {
    id: string;
    state: RecordingState;
    progress: number;
    durationMs: number | null;
    logId: string | null;
    version: number;
    error: { code: string; message: string } | null;
  } | null;
};

export type RecordingsQueryVariables = Exact<{
  first?: number | null | undefined;
}>;

export type RecordingsQuery = {
  recordings: {
    nodes: Array<{
      id: string;
      state: RecordingState;
      projectId: string | null;
      durationMs: number | null;
      createdAt: string;
      version: number;
      error: { code: string; message: string } | null;
    }>;
  };
};

export type BeginRecordingMutationVariables = Exact<{
  input: NewRecording;
}>;

export type BeginRecordingMutation = {
  beginRecording: { id: string; state: RecordingState; version: number };
};

export type FinishRecordingMutationVariables = Exact<{
  id: string;
  version: number;
  chunks?: number | null | undefined;
}>;

export type FinishRecordingMutation = {
  finishRecording:
    | { id: string; state: RecordingState; version: number }
    | { current: { id: string; state: RecordingState; version: number } };
};

export type RetranscribeMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type RetranscribeMutation = {
  retranscribe:
    | {
        id: string;
        state: RecordingState;
        version: number;
        error: { code: string; message: string } | null;
      }
    | { current: { id: string; state: RecordingState; version: number } };
};

export type DeleteRecordingMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type DeleteRecordingMutation = {
  deleteRecording: { current: { id: string; version: number } } | { id: string };
};

export type SearchQueryVariables = Exact<{
  query: string;
  projectIds?: Array<string> | string | null | undefined;
  kinds?: Array<string> | string | null | undefined;
  materials?: Array<string> | string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first: number;
}>;

export type SearchQuery = {
  search: {
    total: number;
    meaning: boolean;
    hits: Array<{
      id: string;
      kind: string;
      projectId: string | null;
      projectTitle: string | null;
      title: string;
      at: string;
      score: number;
      why: Array<string>;
      startMs: number | null;
      highlights: Array<{ field: string; text: string; ranges: Array<Array<number>> }>;
    }>;
    kinds: Array<{ value: string; label: string; count: number }>;
    projects: Array<{ value: string; label: string; count: number }>;
    materials: Array<{ value: string; label: string; count: number }>;
    months: Array<{ value: string; label: string; count: number }>;
  };
};

export type LibraryFieldFragment = {
  __typename: "CustomField";
  key: string;
  label: string;
  type: FieldType;
  choices: Array<string>;
  unit: string | null;
  description: string;
  position: number;
  retiredAt: string | null;
  version: number;
};

export type FieldLibraryQueryVariables = Exact<{
  retired?: boolean | null | undefined;
}>;

export type FieldLibraryQuery = {
  fieldLibrary: Array<{
    __typename: "CustomField";
    key: string;
    label: string;
    type: FieldType;
    choices: Array<string>;
    unit: string | null;
    description: string;
    position: number;
    retiredAt: string | null;
    version: number;
  }>;
};

export type AddCustomFieldMutationVariables = Exact<{
  input: NewCustomField;
}>;

export type AddCustomFieldMutation = {
  addCustomField: {
    __typename: "CustomField";
    key: string;
    label: string;
    type: FieldType;
    choices: Array<string>;
    unit: string | null;
    description: string;
    position: number;
    retiredAt: string | null;
    version: number;
  };
};

export type UpdateCustomFieldMutationVariables = Exact<{
  key: string;
  version: number;
  patch: CustomFieldPatch;
}>;

export type UpdateCustomFieldMutation = {
  updateCustomField:
    | {
        __typename: "CustomField";
        key: string;
        label: string;
        type: FieldType;
        choices: Array<string>;
        unit: string | null;
        description: string;
        position: number;
        retiredAt: string | null;
        version: number;
      }
    | {
        current: {
          __typename: "CustomField";
          key: string;
          label: string;
          type: FieldType;
          choices: Array<string>;
          unit: string | null;
          description: string;
          position: number;
          retiredAt: string | null;
          version: number;
        };
      };
};

export type SettingsPageFragment = {
  __typename: "JournalSettings";
  autoConfirmThreshold: number;
  expireAfterDays: number | null;
  showLocation: boolean;
  dayStartsAtHour: number;
  timeZone: string;
  neverGuessProjects: Array<string>;
  version: number;
};

export type JournalSettingsQueryVariables = Exact<{ [key: string]: never }>;

export type JournalSettingsQuery = {
  journalSettings: {
    __typename: "JournalSettings";
    autoConfirmThreshold: number;
    expireAfterDays: number | null;
    showLocation: boolean;
    dayStartsAtHour: number;
    timeZone: string;
    neverGuessProjects: Array<string>;
    version: number;
  };
};

export type UpdateJournalSettingsMutationVariables = Exact<{
  version: number;
  patch: JournalSettingsPatch;
}>;

export type UpdateJournalSettingsMutation = {
  updateJournalSettings:
    | {
        __typename: "JournalSettings";
        autoConfirmThreshold: number;
        expireAfterDays: number | null;
        showLocation: boolean;
        dayStartsAtHour: number;
        timeZone: string;
        neverGuessProjects: Array<string>;
        version: number;
      }
    | {
        current: {
          __typename: "JournalSettings";
          autoConfirmThreshold: number;
          expireAfterDays: number | null;
          showLocation: boolean;
          dayStartsAtHour: number;
          timeZone: string;
          neverGuessProjects: Array<string>;
          version: number;
        };
      };
};

export type TermsQueryVariables = Exact<{ [key: string]: never }>;

export type TermsQuery = {
  terms: Array<{
    term: string;
    canonical: string;
    kind: string;
    confirmations: number;
    rejections: number;
  }>;
};

export type TeachTermMutationVariables = Exact<{
  term: string;
  canonical?: string | null | undefined;
  kind: string;
}>;

export type TeachTermMutation = {
  teachTerm: {
    term: string;
    canonical: string;
    kind: string;
    confirmations: number;
    rejections: number;
  };
};

export type ForgetTermMutationVariables = Exact<{
  term: string;
}>;

export type ForgetTermMutation = { forgetTerm: boolean };

export type LogEntryFragment = {
  __typename: "Log";
  logId: string;
  projectId: string | null;
  rawText: string;
  confidence: number;
  attributionStatus: AttributionStatus;
  materials: Array<string>;
  timeSpentMinutes: number | null;
  techniques: Array<string>;
  toBuy: Array<string>;
  tags: Array<string>;
  day: string;
  createdAt: string;
  updatedAt: string;
  createdBy: string;
  version: number;
  project: { id: string; name: string; type: string } | null;
  transcriptMeta: {
    recordingId: string | null;
    model: string;
    durationMs: number;
    raw: string;
    edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
  } | null;
  extracted: {
    extractor: string;
    project: {
      projectId: string | null;
      title: string | null;
      confidence: number;
      source: FactSource;
      spans: Array<{
        start: number;
        end: number;
        text: string;
        startMs: number | null;
        endMs: number | null;
      }>;
      alternatives: Array<{ projectId: string; title: string; confidence: number }>;
    };
    minutes: {
      minutes: number;
      confidence: number;
      source: FactSource;
      spans: Array<{
        start: number;
        end: number;
        text: string;
        startMs: number | null;
        endMs: number | null;
      }>;
    } | null;
    materials: Array<{
      term: string;
      canonical: string;
      use: MaterialUse;
      confidence: number;
      source: FactSource;
      spans: Array<{
        start: number;
        end: number;
        text: string;
        startMs: number | null;
        endMs: number | null;
      }>;
    }>;
    techniques: Array<{
      name: string;
      confidence: number;
      source: FactSource;
      spans: Array<{
        start: number;
        end: number;
        text: string;
        startMs: number | null;
        endMs: number | null;
      }>;
    }>;
  } | null;
};

export type SpanFragment = {
  start: number;
  end: number;
  text: string;
  startMs: number | null;
  endMs: number | null;
};

export type JournalQueryVariables = Exact<{
  projectId?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;

export type JournalQuery = {
  journal: {
    nodes: Array<{
      __typename: "Log";
      logId: string;
      projectId: string | null;
      rawText: string;
      confidence: number;
      attributionStatus: AttributionStatus;
      materials: Array<string>;
      timeSpentMinutes: number | null;
      techniques: Array<string>;
      toBuy: Array<string>;
      tags: Array<string>;
      day: string;
      createdAt: string;
      updatedAt: string;
      createdBy: string;
      version: number;
      project: { id: string; name: string; type: string } | null;
      transcriptMeta: {
        recordingId: string | null;
        model: string;
        durationMs: number;
        raw: string;
        edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
      } | null;
      extracted: {
        extractor: string;
        project: {
          projectId: string | null;
          title: string | null;
          confidence: number;
          source: FactSource;
          spans: Array<{
            start: number;
            end: number;
            text: string;
            startMs: number | null;
            endMs: number | null;
          }>;
          alternatives: Array<{ projectId: string; title: string; confidence: number }>;
        };
        minutes: {
          minutes: number;
          confidence: number;
          source: FactSource;
          spans: Array<{
            start: number;
            end: number;
            text: string;
            startMs: number | null;
            endMs: number | null;
          }>;
        } | null;
        materials: Array<{
          term: string;
          canonical: string;
          use: MaterialUse;
          confidence: number;
          source: FactSource;
          spans: Array<{
            start: number;
            end: number;
            text: string;
            startMs: number | null;
            endMs: number | null;
          }>;
        }>;
        techniques: Array<{
          name: string;
          confidence: number;
          source: FactSource;
          spans: Array<{
            start: number;
            end: number;
            text: string;
            startMs: number | null;
            endMs: number | null;
          }>;
        }>;
      } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type PendingQueryVariables = Exact<{
  projectId?: string | null | undefined;
  first?: number | null | undefined;
}>;

export type PendingQuery = {
  journal: {
    nodes: Array<{
      __typename: "Log";
      logId: string;
      projectId: string | null;
      rawText: string;
      confidence: number;
      attributionStatus: AttributionStatus;
      materials: Array<string>;
      timeSpentMinutes: number | null;
      techniques: Array<string>;
      toBuy: Array<string>;
      tags: Array<string>;
      day: string;
      createdAt: string;
      updatedAt: string;
      createdBy: string;
      version: number;
      project: { id: string; name: string; type: string } | null;
      transcriptMeta: {
        recordingId: string | null;
        model: string;
        durationMs: number;
        raw: string;
        edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
      } | null;
      extracted: {
        extractor: string;
        project: {
          projectId: string | null;
          title: string | null;
          confidence: number;
          source: FactSource;
          spans: Array<{
            start: number;
            end: number;
            text: string;
            startMs: number | null;
            endMs: number | null;
          }>;
          alternatives: Array<{ projectId: string; title: string; confidence: number }>;
        };
        minutes: {
          minutes: number;
          confidence: number;
          source: FactSource;
          spans: Array<{
            start: number;
            end: number;
            text: string;
            startMs: number | null;
            endMs: number | null;
          }>;
        } | null;
        materials: Array<{
          term: string;
          canonical: string;
          use: MaterialUse;
          confidence: number;
          source: FactSource;
          spans: Array<{
            start: number;
            end: number;
            text: string;
            startMs: number | null;
            endMs: number | null;
          }>;
        }>;
        techniques: Array<{
          name: string;
          confidence: number;
          source: FactSource;
          spans: Array<{
            start: number;
            end: number;
            text: string;
            startMs: number | null;
            endMs: number | null;
          }>;
        }>;
      } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type LogHistoryQueryVariables = Exact<{
  id: string;
}>;

export type LogHistoryQuery = {
  log: {
    logId: string;
    version: number;
    history: Array<{ at: string; by: string | null; kind: string; note: string }>;
  } | null;
};

export type LogAudioQueryVariables = Exact<{
  id: string;
}>;

export type LogAudioQuery = { recording: { id: string; audioUrl: string | null } | null };

export type LogRecordingQueryVariables = Exact<{
  id: string;
}>;

export type LogRecordingQuery = {
  log: { logId: string; transcriptMeta: { recordingId: string | null } | null } | null;
};

export type ProjectChoicesQueryVariables = Exact<{ [key: string]: never }>;

export type ProjectChoicesQuery = {
  projects: {
    nodes: Array<{
      __typename: "Project";
      id: string;
      name: string;
      type: string;
      ownerId: string;
      state: ProjectState;
      createdAt: string;
      updatedAt: string;
      archivedAt: string | null;
      version: number;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type SpeechQueryVariables = Exact<{ [key: string]: never }>;

export type SpeechQuery = {
  speech: {
    available: boolean;
    model: string | null;
    missing: Array<string>;
    howToGet: string;
    languages: Array<string>;
  };
};

export type CreateLogMutationVariables = Exact<{
  input: NewLog;
}>;

export type CreateLogMutation = {
  createLog: {
    __typename: "Log";
    logId: string;
    projectId: string | null;
    rawText: string;
    confidence: number;
    attributionStatus: AttributionStatus;
    materials: Array<string>;
    timeSpentMinutes: number | null;
    techniques: Array<string>;
    toBuy: Array<string>;
    tags: Array<string>;
    day: string;
    createdAt: string;
    updatedAt: string;
    createdBy: string;
    version: number;
    project: { id: string; name: string; type: string } | null;
    transcriptMeta: {
      recordingId: string | null;
      model: string;
      durationMs: number;
      raw: string;
      edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
    } | null;
    extracted: {
      extractor: string;
      project: {
        projectId: string | null;
        title: string | null;
        confidence: number;
        source: FactSource;
        spans: Array<{
          start: number;
          end: number;
          text: string;
          startMs: number | null;
          endMs: number | null;
        }>;
        alternatives: Array<{ projectId: string; title: string; confidence: number }>;
      };
      minutes: {
        minutes: number;
        confidence: number;
        source: FactSource;
        spans: Array<{
          start: number;
          end: number;
          text: string;
          startMs: number | null;
          endMs: number | null;
        }>;
      } | null;
      materials: Array<{
        term: string;
        canonical: string;
        use: MaterialUse;
        confidence: number;
        source: FactSource;
        spans: Array<{
          start: number;
          end: number;
          text: string;
          startMs: number | null;
          endMs: number | null;
        }>;
      }>;
      techniques: Array<{
        name: string;
        confidence: number;
        source: FactSource;
        spans: Array<{
          start: number;
          end: number;
          text: string;
          startMs: number | null;
          endMs: number | null;
        }>;
      }>;
    } | null;
  };
};

export type UpdateLogMutationVariables = Exact<{
  id: string;
  version: number;
  patch: LogPatch;
}>;

export type UpdateLogMutation = {
  updateLog:
    | {
        __typename: "Log";
        logId: string;
        projectId: string | null;
        rawText: string;
        confidence: number;
        attributionStatus: AttributionStatus;
        materials: Array<string>;
        timeSpentMinutes: number | null;
        techniques: Array<string>;
        toBuy: Array<string>;
        tags: Array<string>;
        day: string;
        createdAt: string;
        updatedAt: string;
        createdBy: string;
        version: number;
        project: { id: string; name: string; type: string } | null;
        transcriptMeta: {
          recordingId: string | null;
          model: string;
          durationMs: number;
          raw: string;
          edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
        } | null;
        extracted: {
          extractor: string;
          project: {
            projectId: string | null;
            title: string | null;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
            alternatives: Array<{ projectId: string; title: string; confidence: number }>;
          };
          minutes: {
            minutes: number;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          } | null;
          materials: Array<{
            term: string;
            canonical: string;
            use: MaterialUse;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
          techniques: Array<{
            name: string;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
        } | null;
      }
    | {
        current: {
          __typename: "Log";
          logId: string;
          projectId: string | null;
          rawText: string;
          confidence: number;
          attributionStatus: AttributionStatus;
          materials: Array<string>;
          timeSpentMinutes: number | null;
          techniques: Array<string>;
          toBuy: Array<string>;
          tags: Array<string>;
          day: string;
          createdAt: string;
          updatedAt: string;
          createdBy: string;
          version: number;
          project: { id: string; name: string; type: string } | null;
          transcriptMeta: {
            recordingId: string | null;
            model: string;
            durationMs: number;
            raw: string;
            edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
          } | null;
          extracted: {
            extractor: string;
            project: {
              projectId: string | null;
              title: string | null;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
              alternatives: Array<{ projectId: string; title: string; confidence: number }>;
            };
            minutes: {
              minutes: number;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            } | null;
            materials: Array<{
              term: string;
              canonical: string;
              use: MaterialUse;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
            techniques: Array<{
              name: string;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
          } | null;
        };
      };
};

export type ConfirmLogMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type ConfirmLogMutation = {
  confirmLog:
    | {
        __typename: "Log";
        logId: string;
        projectId: string | null;
        rawText: string;
        confidence: number;
        attributionStatus: AttributionStatus;
        materials: Array<string>;
        timeSpentMinutes: number | null;
        techniques: Array<string>;
        toBuy: Array<string>;
        tags: Array<string>;
        day: string;
        createdAt: string;
        updatedAt: string;
        createdBy: string;
        version: number;
        project: { id: string; name: string; type: string } | null;
        transcriptMeta: {
          recordingId: string | null;
          model: string;
          durationMs: number;
          raw: string;
          edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
        } | null;
        extracted: {
          extractor: string;
          project: {
            projectId: string | null;
            title: string | null;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
            alternatives: Array<{ projectId: string; title: string; confidence: number }>;
          };
          minutes: {
            minutes: number;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          } | null;
          materials: Array<{
            term: string;
            canonical: string;
            use: MaterialUse;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
          techniques: Array<{
            name: string;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
        } | null;
      }
    | {
        current: {
          __typename: "Log";
          logId: string;
          projectId: string | null;
          rawText: string;
          confidence: number;
          attributionStatus: AttributionStatus;
          materials: Array<string>;
          timeSpentMinutes: number | null;
          techniques: Array<string>;
          toBuy: Array<string>;
          tags: Array<string>;
          day: string;
          createdAt: string;
          updatedAt: string;
          createdBy: string;
          version: number;
          project: { id: string; name: string; type: string } | null;
          transcriptMeta: {
            recordingId: string | null;
            model: string;
            durationMs: number;
            raw: string;
            edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
          } | null;
          extracted: {
            extractor: string;
            project: {
              projectId: string | null;
              title: string | null;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
              alternatives: Array<{ projectId: string; title: string; confidence: number }>;
            };
            minutes: {
              minutes: number;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            } | null;
            materials: Array<{
              term: string;
              canonical: string;
              use: MaterialUse;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
            techniques: Array<{
              name: string;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
          } | null;
        };
      };
};

export type RejectLogMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type RejectLogMutation = {
  rejectLog:
    | {
        __typename: "Log";
        logId: string;
        projectId: string | null;
        rawText: string;
        confidence: number;
        attributionStatus: AttributionStatus;
        materials: Array<string>;
        timeSpentMinutes: number | null;
        techniques: Array<string>;
        toBuy: Array<string>;
        tags: Array<string>;
        day: string;
        createdAt: string;
        updatedAt: string;
        createdBy: string;
        version: number;
        project: { id: string; name: string; type: string } | null;
        transcriptMeta: {
          recordingId: string | null;
          model: string;
          durationMs: number;
          raw: string;
          edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
        } | null;
        extracted: {
          extractor: string;
          project: {
            projectId: string | null;
            title: string | null;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
            alternatives: Array<{ projectId: string; title: string; confidence: number }>;
          };
          minutes: {
            minutes: number;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          } | null;
          materials: Array<{
            term: string;
            canonical: string;
            use: MaterialUse;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
          techniques: Array<{
            name: string;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
        } | null;
      }
    | {
        current: {
          __typename: "Log";
          logId: string;
          projectId: string | null;
          rawText: string;
          confidence: number;
          attributionStatus: AttributionStatus;
          materials: Array<string>;
          timeSpentMinutes: number | null;
          techniques: Array<string>;
          toBuy: Array<string>;
          tags: Array<string>;
          day: string;
          createdAt: string;
          updatedAt: string;
          createdBy: string;
          version: number;
          project: { id: string; name: string; type: string } | null;
          transcriptMeta: {
            recordingId: string | null;
            model: string;
            durationMs: number;
            raw: string;
            edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
          } | null;
          extracted: {
            extractor: string;
            project: {
              projectId: string | null;
              title: string | null;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
              alternatives: Array<{ projectId: string; title: string; confidence: number }>;
            };
            minutes: {
              minutes: number;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            } | null;
            materials: Array<{
              term: string;
              canonical: string;
              use: MaterialUse;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
            techniques: Array<{
              name: string;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
          } | null;
        };
      };
};

export type UndoLogMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type UndoLogMutation = {
  undoLog:
    | {
        __typename: "Log";
        logId: string;
        projectId: string | null;
        rawText: string;
        confidence: number;
        attributionStatus: AttributionStatus;
        materials: Array<string>;
        timeSpentMinutes: number | null;
        techniques: Array<string>;
        toBuy: Array<string>;
        tags: Array<string>;
        day: string;
        createdAt: string;
        updatedAt: string;
        createdBy: string;
        version: number;
        project: { id: string; name: string; type: string } | null;
        transcriptMeta: {
          recordingId: string | null;
          model: string;
          durationMs: number;
          raw: string;
          edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
        } | null;
        extracted: {
          extractor: string;
          project: {
            projectId: string | null;
            title: string | null;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
            alternatives: Array<{ projectId: string; title: string; confidence: number }>;
          };
          minutes: {
            minutes: number;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          } | null;
          materials: Array<{
            term: string;
            canonical: string;
            use: MaterialUse;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
          techniques: Array<{
            name: string;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
        } | null;
      }
    | {
        current: {
          __typename: "Log";
          logId: string;
          projectId: string | null;
          rawText: string;
          confidence: number;
          attributionStatus: AttributionStatus;
          materials: Array<string>;
          timeSpentMinutes: number | null;
          techniques: Array<string>;
          toBuy: Array<string>;
          tags: Array<string>;
          day: string;
          createdAt: string;
          updatedAt: string;
          createdBy: string;
          version: number;
          project: { id: string; name: string; type: string } | null;
          transcriptMeta: {
            recordingId: string | null;
            model: string;
            durationMs: number;
            raw: string;
            edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
          } | null;
          extracted: {
            extractor: string;
            project: {
              projectId: string | null;
              title: string | null;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
              alternatives: Array<{ projectId: string; title: string; confidence: number }>;
            };
            minutes: {
              minutes: number;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            } | null;
            materials: Array<{
              term: string;
              canonical: string;
              use: MaterialUse;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
            techniques: Array<{
              name: string;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
          } | null;
        };
      };
};

export type ArchiveLogMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type ArchiveLogMutation = {
  archiveLog:
    | {
        __typename: "Log";
        logId: string;
        projectId: string | null;
        rawText: string;
        confidence: number;
        attributionStatus: AttributionStatus;
        materials: Array<string>;
        timeSpentMinutes: number | null;
        techniques: Array<string>;
        toBuy: Array<string>;
        tags: Array<string>;
        day: string;
        createdAt: string;
        updatedAt: string;
        createdBy: string;
        version: number;
        project: { id: string; name: string; type: string } | null;
        transcriptMeta: {
          recordingId: string | null;
          model: string;
          durationMs: number;
          raw: string;
          edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
        } | null;
        extracted: {
          extractor: string;
          project: {
            projectId: string | null;
            title: string | null;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
            alternatives: Array<{ projectId: string; title: string; confidence: number }>;
          };
          minutes: {
            minutes: number;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          } | null;
          materials: Array<{
            term: string;
            canonical: string;
            use: MaterialUse;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
          techniques: Array<{
            name: string;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
        } | null;
      }
    | {
        current: {
          __typename: "Log";
          logId: string;
          projectId: string | null;
          rawText: string;
          confidence: number;
          attributionStatus: AttributionStatus;
          materials: Array<string>;
          timeSpentMinutes: number | null;
          techniques: Array<string>;
          toBuy: Array<string>;
          tags: Array<string>;
          day: string;
          createdAt: string;
          updatedAt: string;
          createdBy: string;
          version: number;
          project: { id: string; name: string; type: string } | null;
          transcriptMeta: {
            recordingId: string | null;
            model: string;
            durationMs: number;
            raw: string;
            edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
          } | null;
          extracted: {
            extractor: string;
            project: {
              projectId: string | null;
              title: string | null;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
              alternatives: Array<{ projectId: string; title: string; confidence: number }>;
            };
            minutes: {
              minutes: number;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            } | null;
            materials: Array<{
              term: string;
              canonical: string;
              use: MaterialUse;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
            techniques: Array<{
              name: string;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
          } | null;
        };
      };
};

export type DeleteLogMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type DeleteLogMutation = {
  deleteLog:
    | {
        current: {
          __typename: "Log";
          logId: string;
          projectId: string | null;
          rawText: string;
          confidence: number;
          attributionStatus: AttributionStatus;
          materials: Array<string>;
          timeSpentMinutes: number | null;
          techniques: Array<string>;
          toBuy: Array<string>;
          tags: Array<string>;
          day: string;
          createdAt: string;
          updatedAt: string;
          createdBy: string;
          version: number;
          project: { id: string; name: string; type: string } | null;
          transcriptMeta: {
            recordingId: string | null;
            model: string;
            durationMs: number;
            raw: string;
            edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
          } | null;
          extracted: {
            extractor: string;
            project: {
              projectId: string | null;
              title: string | null;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
              alternatives: Array<{ projectId: string; title: string; confidence: number }>;
            };
            minutes: {
              minutes: number;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            } | null;
            materials: Array<{
              term: string;
              canonical: string;
              use: MaterialUse;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
            techniques: Array<{
              name: string;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
          } | null;
        };
      }
    | { id: string };
};

export type ReextractLogMutationVariables = Exact<{
  id: string;
  version: number;
}>;

export type ReextractLogMutation = {
  reextractLog:
    | {
        __typename: "Log";
        logId: string;
        projectId: string | null;
        rawText: string;
        confidence: number;
        attributionStatus: AttributionStatus;
        materials: Array<string>;
        timeSpentMinutes: number | null;
        techniques: Array<string>;
        toBuy: Array<string>;
        tags: Array<string>;
        day: string;
        createdAt: string;
        updatedAt: string;
        createdBy: string;
        version: number;
        project: { id: string; name: string; type: string } | null;
        transcriptMeta: {
          recordingId: string | null;
          model: string;
          durationMs: number;
          raw: string;
          edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
        } | null;
        extracted: {
          extractor: string;
          project: {
            projectId: string | null;
            title: string | null;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
            alternatives: Array<{ projectId: string; title: string; confidence: number }>;
          };
          minutes: {
            minutes: number;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          } | null;
          materials: Array<{
            term: string;
            canonical: string;
            use: MaterialUse;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
          techniques: Array<{
            name: string;
            confidence: number;
            source: FactSource;
            spans: Array<{
              start: number;
              end: number;
              text: string;
              startMs: number | null;
              endMs: number | null;
            }>;
          }>;
        } | null;
      }
    | {
        current: {
          __typename: "Log";
          logId: string;
          projectId: string | null;
          rawText: string;
          confidence: number;
          attributionStatus: AttributionStatus;
          materials: Array<string>;
          timeSpentMinutes: number | null;
          techniques: Array<string>;
          toBuy: Array<string>;
          tags: Array<string>;
          day: string;
          createdAt: string;
          updatedAt: string;
          createdBy: string;
          version: number;
          project: { id: string; name: string; type: string } | null;
          transcriptMeta: {
            recordingId: string | null;
            model: string;
            durationMs: number;
            raw: string;
            edits: Array<{ from: string; to: string; start: number; end: number; reason: string }>;
          } | null;
          extracted: {
            extractor: string;
            project: {
              projectId: string | null;
              title: string | null;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
              alternatives: Array<{ projectId: string; title: string; confidence: number }>;
            };
            minutes: {
              minutes: number;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            } | null;
            materials: Array<{
              term: string;
              canonical: string;
              use: MaterialUse;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
            techniques: Array<{
              name: string;
              confidence: number;
              source: FactSource;
              spans: Array<{
                start: number;
                end: number;
                text: string;
                startMs: number | null;
                endMs: number | null;
              }>;
            }>;
          } | null;
        };
      };
};

export const BriefPageFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "BriefPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "requirements" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "deliverables" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "format" } },
                { kind: "Field", name: { kind: "Name", value: "due" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "approvals" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "who" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "note" } },
                { kind: "Field", name: { kind: "Name", value: "requestedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedBy" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "notes" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "changelog" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "version" } },
                { kind: "Field", name: { kind: "Name", value: "by" } },
                { kind: "Field", name: { kind: "Name", value: "at" } },
                { kind: "Field", name: { kind: "Name", value: "message" } },
                { kind: "Field", name: { kind: "Name", value: "changes" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "restoredFrom" } },
          { kind: "Field", name: { kind: "Name", value: "lock" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<BriefPageFragment, unknown>;
export const AssetTileFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "state" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "contentType" } },
          { kind: "Field", name: { kind: "Name", value: "bytes" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "pages" } },
          { kind: "Field", name: { kind: "Name", value: "durationMs" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "original" } },
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
                { kind: "Field", name: { kind: "Name", value: "screen" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "altStatus" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "error" } },
          { kind: "Field", name: { kind: "Name", value: "takenAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AssetTileFragment, unknown>;
export const AssetPageFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "AssetTile" } },
          { kind: "Field", name: { kind: "Name", value: "linkedLogId" } },
          { kind: "Field", name: { kind: "Name", value: "sha256" } },
          { kind: "Field", name: { kind: "Name", value: "exif" } },
          { kind: "Field", name: { kind: "Name", value: "hasLocation" } },
          { kind: "Field", name: { kind: "Name", value: "ocr" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "ocrWords" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "confidence" } },
                { kind: "Field", name: { kind: "Name", value: "box" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "duplicateOf" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "state" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "contentType" } },
          { kind: "Field", name: { kind: "Name", value: "bytes" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "pages" } },
          { kind: "Field", name: { kind: "Name", value: "durationMs" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "original" } },
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
                { kind: "Field", name: { kind: "Name", value: "screen" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "altStatus" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "error" } },
          { kind: "Field", name: { kind: "Name", value: "takenAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AssetPageFragment, unknown>;
export const IdeaFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Idea" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Inspiration" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "sourceUrl" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "asset" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "fileName" } },
                { kind: "Field", name: { kind: "Name", value: "width" } },
                { kind: "Field", name: { kind: "Name", value: "height" } },
                { kind: "Field", name: { kind: "Name", value: "alt" } },
                { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "urls" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "small" } },
                      { kind: "Field", name: { kind: "Name", value: "medium" } },
                      { kind: "Field", name: { kind: "Name", value: "large" } },
                      { kind: "Field", name: { kind: "Name", value: "original" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "linkedProjectId" } },
          { kind: "Field", name: { kind: "Name", value: "convertedTo" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<IdeaFragment, unknown>;
export const MilestoneRowFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "MilestoneRow" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Milestone" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "due" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "criteria" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "met" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<MilestoneRowFragment, unknown>;
export const PieceFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Piece" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ArtRecord" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "medium" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "client" } },
          { kind: "Field", name: { kind: "Name", value: "deadline" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "budget" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "hourlyRate" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "customFields" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "archivedAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "progress" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "milestones" } },
                { kind: "Field", name: { kind: "Name", value: "milestonesComplete" } },
                { kind: "Field", name: { kind: "Name", value: "logs" } },
                { kind: "Field", name: { kind: "Name", value: "pendingLogs" } },
                { kind: "Field", name: { kind: "Name", value: "assets" } },
                { kind: "Field", name: { kind: "Name", value: "minutes" } },
                { kind: "Field", name: { kind: "Name", value: "lastWorkedAt" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PieceFragment, unknown>;
export const CoverFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Cover" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CoverFragment, unknown>;
export const LibraryFieldFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LibraryField" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "CustomField" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "label" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "choices" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "retiredAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LibraryFieldFragment, unknown>;
export const SettingsPageFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "SettingsPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "JournalSettings" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "autoConfirmThreshold" } },
          { kind: "Field", name: { kind: "Name", value: "expireAfterDays" } },
          { kind: "Field", name: { kind: "Name", value: "showLocation" } },
          { kind: "Field", name: { kind: "Name", value: "dayStartsAtHour" } },
          { kind: "Field", name: { kind: "Name", value: "timeZone" } },
          { kind: "Field", name: { kind: "Name", value: "neverGuessProjects" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SettingsPageFragment, unknown>;
export const SpanFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SpanFragment, unknown>;
export const LogEntryFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LogEntryFragment, unknown>;
export const ArchiveDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Archive" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "title" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "kind" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "archive" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "title" },
                value: { kind: "Variable", name: { kind: "Name", value: "title" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "kind" },
                value: { kind: "Variable", name: { kind: "Name", value: "kind" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: { kind: "Variable", name: { kind: "Name", value: "after" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "key" } },
                      { kind: "Field", name: { kind: "Name", value: "kind" } },
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "archivedAt" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                      { kind: "Field", name: { kind: "Name", value: "bytes" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ArchiveQuery, ArchiveQueryVariables>;
export const RestoreArchivedDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RestoreArchived" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "restoreArchived" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "key" },
                value: { kind: "Variable", name: { kind: "Name", value: "key" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "Field", name: { kind: "Name", value: "key" } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RestoreArchivedMutation, RestoreArchivedMutationVariables>;
export const DeleteArchivedDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteArchived" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteArchived" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "key" },
                value: { kind: "Variable", name: { kind: "Name", value: "key" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "Field", name: { kind: "Name", value: "key" } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteArchivedMutation, DeleteArchivedMutationVariables>;
export const BriefDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Brief" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "brief" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "BriefPage" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "BriefPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "requirements" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "deliverables" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "format" } },
                { kind: "Field", name: { kind: "Name", value: "due" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "approvals" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "who" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "note" } },
                { kind: "Field", name: { kind: "Name", value: "requestedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedBy" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "notes" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "changelog" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "version" } },
                { kind: "Field", name: { kind: "Name", value: "by" } },
                { kind: "Field", name: { kind: "Name", value: "at" } },
                { kind: "Field", name: { kind: "Name", value: "message" } },
                { kind: "Field", name: { kind: "Name", value: "changes" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "restoredFrom" } },
          { kind: "Field", name: { kind: "Name", value: "lock" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<BriefQuery, BriefQueryVariables>;
export const BriefVersionsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "BriefVersions" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "briefVersions" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: { kind: "Variable", name: { kind: "Name", value: "after" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "__typename" } },
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "version" } },
                      { kind: "Field", name: { kind: "Name", value: "createdAt" } },
                      { kind: "Field", name: { kind: "Name", value: "createdBy" } },
                      { kind: "Field", name: { kind: "Name", value: "restoredFrom" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<BriefVersionsQuery, BriefVersionsQueryVariables>;
export const BriefDiffDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "BriefDiff" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "from" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "to" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "briefDiff" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "from" },
                value: { kind: "Variable", name: { kind: "Name", value: "from" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "to" },
                value: { kind: "Variable", name: { kind: "Name", value: "to" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "from" } },
                { kind: "Field", name: { kind: "Name", value: "to" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "lines" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "section" } },
                      { kind: "Field", name: { kind: "Name", value: "kind" } },
                      { kind: "Field", name: { kind: "Name", value: "text" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<BriefDiffQuery, BriefDiffQueryVariables>;
export const SaveBriefDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "SaveBrief" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "basedOn" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "BriefInput" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "saveBrief" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "basedOn" },
                value: { kind: "Variable", name: { kind: "Name", value: "basedOn" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "BriefPage" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "BriefConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "BriefPage" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "BriefPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "requirements" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "deliverables" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "format" } },
                { kind: "Field", name: { kind: "Name", value: "due" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "approvals" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "who" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "note" } },
                { kind: "Field", name: { kind: "Name", value: "requestedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedBy" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "notes" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "changelog" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "version" } },
                { kind: "Field", name: { kind: "Name", value: "by" } },
                { kind: "Field", name: { kind: "Name", value: "at" } },
                { kind: "Field", name: { kind: "Name", value: "message" } },
                { kind: "Field", name: { kind: "Name", value: "changes" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "restoredFrom" } },
          { kind: "Field", name: { kind: "Name", value: "lock" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SaveBriefMutation, SaveBriefMutationVariables>;
export const RestoreBriefDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RestoreBrief" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "basedOn" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "restoreBrief" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "basedOn" },
                value: { kind: "Variable", name: { kind: "Name", value: "basedOn" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "BriefPage" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "BriefConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "BriefPage" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "BriefPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "requirements" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "deliverables" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "format" } },
                { kind: "Field", name: { kind: "Name", value: "due" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "approvals" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "who" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "note" } },
                { kind: "Field", name: { kind: "Name", value: "requestedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedBy" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "notes" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "changelog" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "version" } },
                { kind: "Field", name: { kind: "Name", value: "by" } },
                { kind: "Field", name: { kind: "Name", value: "at" } },
                { kind: "Field", name: { kind: "Name", value: "message" } },
                { kind: "Field", name: { kind: "Name", value: "changes" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "restoredFrom" } },
          { kind: "Field", name: { kind: "Name", value: "lock" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RestoreBriefMutation, RestoreBriefMutationVariables>;
export const RequestApprovalDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RequestApproval" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "lock" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "who" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "note" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "requestApproval" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "lock" },
                value: { kind: "Variable", name: { kind: "Name", value: "lock" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "who" },
                value: { kind: "Variable", name: { kind: "Name", value: "who" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "note" },
                value: { kind: "Variable", name: { kind: "Name", value: "note" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "BriefPage" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "BriefConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "BriefPage" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "BriefPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "requirements" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "deliverables" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "format" } },
                { kind: "Field", name: { kind: "Name", value: "due" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "approvals" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "who" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "note" } },
                { kind: "Field", name: { kind: "Name", value: "requestedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedBy" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "notes" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "changelog" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "version" } },
                { kind: "Field", name: { kind: "Name", value: "by" } },
                { kind: "Field", name: { kind: "Name", value: "at" } },
                { kind: "Field", name: { kind: "Name", value: "message" } },
                { kind: "Field", name: { kind: "Name", value: "changes" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "restoredFrom" } },
          { kind: "Field", name: { kind: "Name", value: "lock" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RequestApprovalMutation, RequestApprovalMutationVariables>;
export const DecideApprovalDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DecideApproval" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "lock" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "approvalId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "state" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ApprovalState" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "note" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "decideApproval" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "lock" },
                value: { kind: "Variable", name: { kind: "Name", value: "lock" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "approvalId" },
                value: { kind: "Variable", name: { kind: "Name", value: "approvalId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "state" },
                value: { kind: "Variable", name: { kind: "Name", value: "state" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "note" },
                value: { kind: "Variable", name: { kind: "Name", value: "note" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "BriefPage" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "BriefConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "BriefPage" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "BriefPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Brief" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "requirements" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "deliverables" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "quantity" } },
                { kind: "Field", name: { kind: "Name", value: "format" } },
                { kind: "Field", name: { kind: "Name", value: "due" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "approvals" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "who" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "note" } },
                { kind: "Field", name: { kind: "Name", value: "requestedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedAt" } },
                { kind: "Field", name: { kind: "Name", value: "decidedBy" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "notes" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "changelog" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "version" } },
                { kind: "Field", name: { kind: "Name", value: "by" } },
                { kind: "Field", name: { kind: "Name", value: "at" } },
                { kind: "Field", name: { kind: "Name", value: "message" } },
                { kind: "Field", name: { kind: "Name", value: "changes" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "restoredFrom" } },
          { kind: "Field", name: { kind: "Name", value: "lock" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DecideApprovalMutation, DecideApprovalMutationVariables>;
export const AssetsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Assets" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "type" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "AssetType" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "assets" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "type" },
                value: { kind: "Variable", name: { kind: "Name", value: "type" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: { kind: "Variable", name: { kind: "Name", value: "after" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "AssetTile" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "assetCount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "type" },
                value: { kind: "Variable", name: { kind: "Name", value: "type" } },
              },
            ],
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "state" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "contentType" } },
          { kind: "Field", name: { kind: "Name", value: "bytes" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "pages" } },
          { kind: "Field", name: { kind: "Name", value: "durationMs" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "original" } },
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
                { kind: "Field", name: { kind: "Name", value: "screen" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "altStatus" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "error" } },
          { kind: "Field", name: { kind: "Name", value: "takenAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AssetsQuery, AssetsQueryVariables>;
export const AssetDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Asset" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "AssetId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "asset" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "AssetPage" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "state" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "contentType" } },
          { kind: "Field", name: { kind: "Name", value: "bytes" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "pages" } },
          { kind: "Field", name: { kind: "Name", value: "durationMs" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "original" } },
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
                { kind: "Field", name: { kind: "Name", value: "screen" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "altStatus" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "error" } },
          { kind: "Field", name: { kind: "Name", value: "takenAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "AssetTile" } },
          { kind: "Field", name: { kind: "Name", value: "linkedLogId" } },
          { kind: "Field", name: { kind: "Name", value: "sha256" } },
          { kind: "Field", name: { kind: "Name", value: "exif" } },
          { kind: "Field", name: { kind: "Name", value: "hasLocation" } },
          { kind: "Field", name: { kind: "Name", value: "ocr" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "ocrWords" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "confidence" } },
                { kind: "Field", name: { kind: "Name", value: "box" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "duplicateOf" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AssetQuery, AssetQueryVariables>;
export const RegisterAssetDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RegisterAsset" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewAsset" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "registerAsset" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "AssetTile" } },
                { kind: "Field", name: { kind: "Name", value: "duplicateOf" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "state" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "contentType" } },
          { kind: "Field", name: { kind: "Name", value: "bytes" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "pages" } },
          { kind: "Field", name: { kind: "Name", value: "durationMs" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "original" } },
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
                { kind: "Field", name: { kind: "Name", value: "screen" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "altStatus" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "error" } },
          { kind: "Field", name: { kind: "Name", value: "takenAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RegisterAssetMutation, RegisterAssetMutationVariables>;
export const UpdateAssetDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateAsset" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "AssetId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "patch" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "AssetPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateAsset" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "patch" },
                value: { kind: "Variable", name: { kind: "Name", value: "patch" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "AssetPage" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "AssetConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "AssetPage" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "state" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "contentType" } },
          { kind: "Field", name: { kind: "Name", value: "bytes" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "pages" } },
          { kind: "Field", name: { kind: "Name", value: "durationMs" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "original" } },
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
                { kind: "Field", name: { kind: "Name", value: "screen" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "altStatus" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "error" } },
          { kind: "Field", name: { kind: "Name", value: "takenAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "AssetTile" } },
          { kind: "Field", name: { kind: "Name", value: "linkedLogId" } },
          { kind: "Field", name: { kind: "Name", value: "sha256" } },
          { kind: "Field", name: { kind: "Name", value: "exif" } },
          { kind: "Field", name: { kind: "Name", value: "hasLocation" } },
          { kind: "Field", name: { kind: "Name", value: "ocr" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "ocrWords" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "confidence" } },
                { kind: "Field", name: { kind: "Name", value: "box" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "duplicateOf" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateAssetMutation, UpdateAssetMutationVariables>;
export const RedoAssetDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RedoAsset" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "AssetId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "redoAsset" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "AssetPage" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "AssetConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "AssetPage" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "state" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "contentType" } },
          { kind: "Field", name: { kind: "Name", value: "bytes" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "pages" } },
          { kind: "Field", name: { kind: "Name", value: "durationMs" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "original" } },
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
                { kind: "Field", name: { kind: "Name", value: "screen" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "altStatus" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "error" } },
          { kind: "Field", name: { kind: "Name", value: "takenAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "AssetTile" } },
          { kind: "Field", name: { kind: "Name", value: "linkedLogId" } },
          { kind: "Field", name: { kind: "Name", value: "sha256" } },
          { kind: "Field", name: { kind: "Name", value: "exif" } },
          { kind: "Field", name: { kind: "Name", value: "hasLocation" } },
          { kind: "Field", name: { kind: "Name", value: "ocr" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "ocrWords" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "confidence" } },
                { kind: "Field", name: { kind: "Name", value: "box" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "duplicateOf" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RedoAssetMutation, RedoAssetMutationVariables>;
export const DeleteAssetDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteAsset" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "AssetId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteAsset" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "AssetDeleted" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "Field", name: { kind: "Name", value: "id" } }],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "AssetConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "AssetPage" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "state" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "contentType" } },
          { kind: "Field", name: { kind: "Name", value: "bytes" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "pages" } },
          { kind: "Field", name: { kind: "Name", value: "durationMs" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "original" } },
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
                { kind: "Field", name: { kind: "Name", value: "screen" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "altStatus" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "error" } },
          { kind: "Field", name: { kind: "Name", value: "takenAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "AssetPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "AssetTile" } },
          { kind: "Field", name: { kind: "Name", value: "linkedLogId" } },
          { kind: "Field", name: { kind: "Name", value: "sha256" } },
          { kind: "Field", name: { kind: "Name", value: "exif" } },
          { kind: "Field", name: { kind: "Name", value: "hasLocation" } },
          { kind: "Field", name: { kind: "Name", value: "ocr" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "ocrWords" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "confidence" } },
                { kind: "Field", name: { kind: "Name", value: "box" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "duplicateOf" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteAssetMutation, DeleteAssetMutationVariables>;
export const InsightsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Insights" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "from" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Date" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "to" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Date" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "insights" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "from" },
                value: { kind: "Variable", name: { kind: "Name", value: "from" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "to" },
                value: { kind: "Variable", name: { kind: "Name", value: "to" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "minutes" } },
                { kind: "Field", name: { kind: "Name", value: "pendingMinutes" } },
                { kind: "Field", name: { kind: "Name", value: "days" } },
                { kind: "Field", name: { kind: "Name", value: "logs" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "streak" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "current" } },
                      { kind: "Field", name: { kind: "Name", value: "longest" } },
                      { kind: "Field", name: { kind: "Name", value: "lastDay" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "byWeek" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "week" } },
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "byProject" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "byTechnique" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "material" } },
                      { kind: "Field", name: { kind: "Name", value: "uses" } },
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "lastUsed" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "projects" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "hourlyRate" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "amount" } },
                            { kind: "Field", name: { kind: "Name", value: "currency" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "cost" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "amount" } },
                            { kind: "Field", name: { kind: "Name", value: "currency" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "budget" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "amount" } },
                            { kind: "Field", name: { kind: "Name", value: "currency" } },
                          ],
                        },
                      },
                      { kind: "Field", name: { kind: "Name", value: "budgetUsed" } },
                      { kind: "Field", name: { kind: "Name", value: "deadline" } },
                      { kind: "Field", name: { kind: "Name", value: "daysLeft" } },
                      { kind: "Field", name: { kind: "Name", value: "milestones" } },
                      { kind: "Field", name: { kind: "Name", value: "milestonesComplete" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<InsightsQuery, InsightsQueryVariables>;
export const SqlDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Sql" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "query" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "sql" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "query" },
                value: { kind: "Variable", name: { kind: "Name", value: "query" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "columns" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "type" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "rows" } },
                { kind: "Field", name: { kind: "Name", value: "truncated" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SqlQuery, SqlQueryVariables>;
export const SqlTablesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "SqlTables" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "sqlTables" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "purpose" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "columns" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "purpose" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SqlTablesQuery, SqlTablesQueryVariables>;
export const InspirationsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Inspirations" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "tag" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "inspirations" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "tag" },
                value: { kind: "Variable", name: { kind: "Name", value: "tag" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: { kind: "Variable", name: { kind: "Name", value: "after" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "Idea" } }],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Idea" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Inspiration" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "sourceUrl" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "asset" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "fileName" } },
                { kind: "Field", name: { kind: "Name", value: "width" } },
                { kind: "Field", name: { kind: "Name", value: "height" } },
                { kind: "Field", name: { kind: "Name", value: "alt" } },
                { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "urls" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "small" } },
                      { kind: "Field", name: { kind: "Name", value: "medium" } },
                      { kind: "Field", name: { kind: "Name", value: "large" } },
                      { kind: "Field", name: { kind: "Name", value: "original" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "linkedProjectId" } },
          { kind: "Field", name: { kind: "Name", value: "convertedTo" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<InspirationsQuery, InspirationsQueryVariables>;
export const CreateInspirationDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CreateInspiration" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewInspiration" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "createInspiration" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "Idea" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Idea" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Inspiration" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "sourceUrl" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "asset" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "fileName" } },
                { kind: "Field", name: { kind: "Name", value: "width" } },
                { kind: "Field", name: { kind: "Name", value: "height" } },
                { kind: "Field", name: { kind: "Name", value: "alt" } },
                { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "urls" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "small" } },
                      { kind: "Field", name: { kind: "Name", value: "medium" } },
                      { kind: "Field", name: { kind: "Name", value: "large" } },
                      { kind: "Field", name: { kind: "Name", value: "original" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "linkedProjectId" } },
          { kind: "Field", name: { kind: "Name", value: "convertedTo" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CreateInspirationMutation, CreateInspirationMutationVariables>;
export const UpdateInspirationDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateInspiration" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "InspirationId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "patch" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "InspirationPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateInspiration" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "patch" },
                value: { kind: "Variable", name: { kind: "Name", value: "patch" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "Inspiration" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "Idea" } }],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "InspirationConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Idea" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Idea" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Inspiration" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "sourceUrl" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "asset" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "fileName" } },
                { kind: "Field", name: { kind: "Name", value: "width" } },
                { kind: "Field", name: { kind: "Name", value: "height" } },
                { kind: "Field", name: { kind: "Name", value: "alt" } },
                { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "urls" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "small" } },
                      { kind: "Field", name: { kind: "Name", value: "medium" } },
                      { kind: "Field", name: { kind: "Name", value: "large" } },
                      { kind: "Field", name: { kind: "Name", value: "original" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "linkedProjectId" } },
          { kind: "Field", name: { kind: "Name", value: "convertedTo" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateInspirationMutation, UpdateInspirationMutationVariables>;
export const DeleteInspirationDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteInspiration" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "InspirationId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteInspiration" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "InspirationDeleted" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "Field", name: { kind: "Name", value: "id" } }],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "InspirationConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Idea" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Idea" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Inspiration" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "sourceUrl" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "asset" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "fileName" } },
                { kind: "Field", name: { kind: "Name", value: "width" } },
                { kind: "Field", name: { kind: "Name", value: "height" } },
                { kind: "Field", name: { kind: "Name", value: "alt" } },
                { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "urls" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "small" } },
                      { kind: "Field", name: { kind: "Name", value: "medium" } },
                      { kind: "Field", name: { kind: "Name", value: "large" } },
                      { kind: "Field", name: { kind: "Name", value: "original" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "linkedProjectId" } },
          { kind: "Field", name: { kind: "Name", value: "convertedTo" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteInspirationMutation, DeleteInspirationMutationVariables>;
export const ConvertInspirationDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ConvertInspiration" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "InspirationId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "to" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Conversion" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "convertInspiration" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "to" },
                value: { kind: "Variable", name: { kind: "Name", value: "to" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "InspirationConverted" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "inspiration" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Idea" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "record" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "log" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "logId" } },
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "InspirationConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Idea" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Idea" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Inspiration" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "sourceUrl" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "asset" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "fileName" } },
                { kind: "Field", name: { kind: "Name", value: "width" } },
                { kind: "Field", name: { kind: "Name", value: "height" } },
                { kind: "Field", name: { kind: "Name", value: "alt" } },
                { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "urls" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "small" } },
                      { kind: "Field", name: { kind: "Name", value: "medium" } },
                      { kind: "Field", name: { kind: "Name", value: "large" } },
                      { kind: "Field", name: { kind: "Name", value: "original" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "linkedProjectId" } },
          { kind: "Field", name: { kind: "Name", value: "convertedTo" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ConvertInspirationMutation, ConvertInspirationMutationVariables>;
export const JournalChangesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "JournalChanges" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "journalChanges" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "kind" } },
                { kind: "Field", name: { kind: "Name", value: "entity" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "projectId" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JournalChangesSubscription, JournalChangesSubscriptionVariables>;
export const MilestonesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Milestones" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "milestones" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "MilestoneRow" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "MilestoneRow" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Milestone" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "due" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "criteria" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "met" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<MilestonesQuery, MilestonesQueryVariables>;
export const CreateMilestoneDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CreateMilestone" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewMilestone" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "createMilestone" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "MilestoneRow" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "MilestoneRow" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Milestone" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "due" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "criteria" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "met" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CreateMilestoneMutation, CreateMilestoneMutationVariables>;
export const UpdateMilestoneDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateMilestone" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "MilestoneId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "patch" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "MilestonePatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateMilestone" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "patch" },
                value: { kind: "Variable", name: { kind: "Name", value: "patch" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Milestone" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "MilestoneRow" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "MilestoneConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "FragmentSpread",
                              name: { kind: "Name", value: "MilestoneRow" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "MilestoneRow" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Milestone" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "due" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "criteria" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "met" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateMilestoneMutation, UpdateMilestoneMutationVariables>;
export const DeleteMilestoneDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteMilestone" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "MilestoneId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteMilestone" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "MilestoneDeleted" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "Field", name: { kind: "Name", value: "id" } }],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "MilestoneConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "FragmentSpread",
                              name: { kind: "Name", value: "MilestoneRow" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "MilestoneRow" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Milestone" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "due" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "criteria" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "text" } },
                { kind: "Field", name: { kind: "Name", value: "met" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteMilestoneMutation, DeleteMilestoneMutationVariables>;
export const ArtRecordsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ArtRecords" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "status" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ArtStatus" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "artRecords" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "status" },
                value: { kind: "Variable", name: { kind: "Name", value: "status" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: { kind: "Variable", name: { kind: "Name", value: "after" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "Piece" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Piece" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ArtRecord" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "medium" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "client" } },
          { kind: "Field", name: { kind: "Name", value: "deadline" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "budget" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "hourlyRate" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "customFields" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "archivedAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "progress" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "milestones" } },
                { kind: "Field", name: { kind: "Name", value: "milestonesComplete" } },
                { kind: "Field", name: { kind: "Name", value: "logs" } },
                { kind: "Field", name: { kind: "Name", value: "pendingLogs" } },
                { kind: "Field", name: { kind: "Name", value: "assets" } },
                { kind: "Field", name: { kind: "Name", value: "minutes" } },
                { kind: "Field", name: { kind: "Name", value: "lastWorkedAt" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ArtRecordsQuery, ArtRecordsQueryVariables>;
export const ArtRecordDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ArtRecord" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "artRecord" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "Piece" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Piece" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ArtRecord" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "medium" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "client" } },
          { kind: "Field", name: { kind: "Name", value: "deadline" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "budget" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "hourlyRate" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "customFields" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "archivedAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "progress" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "milestones" } },
                { kind: "Field", name: { kind: "Name", value: "milestonesComplete" } },
                { kind: "Field", name: { kind: "Name", value: "logs" } },
                { kind: "Field", name: { kind: "Name", value: "pendingLogs" } },
                { kind: "Field", name: { kind: "Name", value: "assets" } },
                { kind: "Field", name: { kind: "Name", value: "minutes" } },
                { kind: "Field", name: { kind: "Name", value: "lastWorkedAt" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ArtRecordQuery, ArtRecordQueryVariables>;
export const CreateArtProjectDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CreateArtProject" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewArtProject" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "createArtProject" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "Piece" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Piece" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ArtRecord" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "medium" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "client" } },
          { kind: "Field", name: { kind: "Name", value: "deadline" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "budget" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "hourlyRate" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "customFields" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "archivedAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "progress" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "milestones" } },
                { kind: "Field", name: { kind: "Name", value: "milestonesComplete" } },
                { kind: "Field", name: { kind: "Name", value: "logs" } },
                { kind: "Field", name: { kind: "Name", value: "pendingLogs" } },
                { kind: "Field", name: { kind: "Name", value: "assets" } },
                { kind: "Field", name: { kind: "Name", value: "minutes" } },
                { kind: "Field", name: { kind: "Name", value: "lastWorkedAt" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CreateArtProjectMutation, CreateArtProjectMutationVariables>;
export const UpdateArtRecordDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateArtRecord" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "patch" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ArtRecordPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateArtRecord" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "patch" },
                value: { kind: "Variable", name: { kind: "Name", value: "patch" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ArtRecord" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "Piece" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "ArtRecordConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Piece" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Piece" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ArtRecord" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "medium" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "client" } },
          { kind: "Field", name: { kind: "Name", value: "deadline" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "budget" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "hourlyRate" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "customFields" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "archivedAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "progress" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "milestones" } },
                { kind: "Field", name: { kind: "Name", value: "milestonesComplete" } },
                { kind: "Field", name: { kind: "Name", value: "logs" } },
                { kind: "Field", name: { kind: "Name", value: "pendingLogs" } },
                { kind: "Field", name: { kind: "Name", value: "assets" } },
                { kind: "Field", name: { kind: "Name", value: "minutes" } },
                { kind: "Field", name: { kind: "Name", value: "lastWorkedAt" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateArtRecordMutation, UpdateArtRecordMutationVariables>;
export const ArchiveArtRecordDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ArchiveArtRecord" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "archiveArtRecord" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ArtRecord" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "Piece" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "ArtRecordConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Piece" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Piece" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ArtRecord" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "title" } },
          { kind: "Field", name: { kind: "Name", value: "medium" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "client" } },
          { kind: "Field", name: { kind: "Name", value: "deadline" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "budget" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "hourlyRate" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "amount" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "customFields" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "archivedAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "progress" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "milestones" } },
                { kind: "Field", name: { kind: "Name", value: "milestonesComplete" } },
                { kind: "Field", name: { kind: "Name", value: "logs" } },
                { kind: "Field", name: { kind: "Name", value: "pendingLogs" } },
                { kind: "Field", name: { kind: "Name", value: "assets" } },
                { kind: "Field", name: { kind: "Name", value: "minutes" } },
                { kind: "Field", name: { kind: "Name", value: "lastWorkedAt" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ArchiveArtRecordMutation, ArchiveArtRecordMutationVariables>;
export const CoversDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Covers" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "assets" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "type" },
                value: { kind: "EnumValue", value: "IMAGE" },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "Cover" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Cover" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Asset" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "fileName" } },
          { kind: "Field", name: { kind: "Name", value: "alt" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "colours" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "hex" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "share" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "urls" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CoversQuery, CoversQueryVariables>;
export const RecordingProgressDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "RecordingProgress" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "RecordingId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "recording" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "progress" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "logId" } },
                { kind: "Field", name: { kind: "Name", value: "version" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "error" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "message" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RecordingProgressQuery, RecordingProgressQueryVariables>;
export const RecordingsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Recordings" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "recordings" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "state" } },
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                      { kind: "Field", name: { kind: "Name", value: "createdAt" } },
                      { kind: "Field", name: { kind: "Name", value: "version" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "error" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "code" } },
                            { kind: "Field", name: { kind: "Name", value: "message" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RecordingsQuery, RecordingsQueryVariables>;
export const BeginRecordingDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "BeginRecording" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewRecording" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "beginRecording" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "state" } },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<BeginRecordingMutation, BeginRecordingMutationVariables>;
export const FinishRecordingDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "FinishRecording" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "RecordingId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "chunks" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "finishRecording" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "chunks" },
                value: { kind: "Variable", name: { kind: "Name", value: "chunks" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Recording" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "state" } },
                      { kind: "Field", name: { kind: "Name", value: "version" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "RecordingConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "id" } },
                            { kind: "Field", name: { kind: "Name", value: "state" } },
                            { kind: "Field", name: { kind: "Name", value: "version" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FinishRecordingMutation, FinishRecordingMutationVariables>;
export const RetranscribeDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "Retranscribe" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "RecordingId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "retranscribe" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Recording" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "state" } },
                      { kind: "Field", name: { kind: "Name", value: "version" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "error" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "code" } },
                            { kind: "Field", name: { kind: "Name", value: "message" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "RecordingConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "id" } },
                            { kind: "Field", name: { kind: "Name", value: "state" } },
                            { kind: "Field", name: { kind: "Name", value: "version" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RetranscribeMutation, RetranscribeMutationVariables>;
export const DeleteRecordingDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteRecording" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "RecordingId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteRecording" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "RecordingDeleted" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "Field", name: { kind: "Name", value: "id" } }],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "RecordingConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "id" } },
                            { kind: "Field", name: { kind: "Name", value: "version" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteRecordingMutation, DeleteRecordingMutationVariables>;
export const SearchDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Search" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "query" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectIds" } },
          type: {
            kind: "ListType",
            type: {
              kind: "NonNullType",
              type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
            },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "kinds" } },
          type: {
            kind: "ListType",
            type: {
              kind: "NonNullType",
              type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
            },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "materials" } },
          type: {
            kind: "ListType",
            type: {
              kind: "NonNullType",
              type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
            },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "from" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Date" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "to" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Date" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "search" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "query" },
                value: { kind: "Variable", name: { kind: "Name", value: "query" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectIds" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectIds" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "kinds" },
                value: { kind: "Variable", name: { kind: "Name", value: "kinds" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "materials" },
                value: { kind: "Variable", name: { kind: "Name", value: "materials" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "from" },
                value: { kind: "Variable", name: { kind: "Name", value: "from" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "to" },
                value: { kind: "Variable", name: { kind: "Name", value: "to" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "typing" },
                value: { kind: "BooleanValue", value: true },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "hits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "kind" } },
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "projectTitle" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "at" } },
                      { kind: "Field", name: { kind: "Name", value: "score" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "highlights" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "field" } },
                            { kind: "Field", name: { kind: "Name", value: "text" } },
                            { kind: "Field", name: { kind: "Name", value: "ranges" } },
                          ],
                        },
                      },
                      { kind: "Field", name: { kind: "Name", value: "why" } },
                      { kind: "Field", name: { kind: "Name", value: "startMs" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "total" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "kinds" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "value" } },
                      { kind: "Field", name: { kind: "Name", value: "label" } },
                      { kind: "Field", name: { kind: "Name", value: "count" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "projects" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "value" } },
                      { kind: "Field", name: { kind: "Name", value: "label" } },
                      { kind: "Field", name: { kind: "Name", value: "count" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "value" } },
                      { kind: "Field", name: { kind: "Name", value: "label" } },
                      { kind: "Field", name: { kind: "Name", value: "count" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "months" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "value" } },
                      { kind: "Field", name: { kind: "Name", value: "label" } },
                      { kind: "Field", name: { kind: "Name", value: "count" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "meaning" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const FieldLibraryDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "FieldLibrary" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "retired" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Boolean" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "fieldLibrary" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "retired" },
                value: { kind: "Variable", name: { kind: "Name", value: "retired" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "LibraryField" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LibraryField" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "CustomField" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "label" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "choices" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "retiredAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FieldLibraryQuery, FieldLibraryQueryVariables>;
export const AddCustomFieldDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "AddCustomField" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewCustomField" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "addCustomField" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "LibraryField" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LibraryField" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "CustomField" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "label" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "choices" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "retiredAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AddCustomFieldMutation, AddCustomFieldMutationVariables>;
export const UpdateCustomFieldDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateCustomField" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "key" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "patch" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "CustomFieldPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateCustomField" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "key" },
                value: { kind: "Variable", name: { kind: "Name", value: "key" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "patch" },
                value: { kind: "Variable", name: { kind: "Name", value: "patch" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "CustomField" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LibraryField" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "CustomFieldConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "FragmentSpread",
                              name: { kind: "Name", value: "LibraryField" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LibraryField" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "CustomField" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "label" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "choices" } },
          { kind: "Field", name: { kind: "Name", value: "unit" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "position" } },
          { kind: "Field", name: { kind: "Name", value: "retiredAt" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateCustomFieldMutation, UpdateCustomFieldMutationVariables>;
export const JournalSettingsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "JournalSettings" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "journalSettings" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "SettingsPage" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "SettingsPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "JournalSettings" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "autoConfirmThreshold" } },
          { kind: "Field", name: { kind: "Name", value: "expireAfterDays" } },
          { kind: "Field", name: { kind: "Name", value: "showLocation" } },
          { kind: "Field", name: { kind: "Name", value: "dayStartsAtHour" } },
          { kind: "Field", name: { kind: "Name", value: "timeZone" } },
          { kind: "Field", name: { kind: "Name", value: "neverGuessProjects" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JournalSettingsQuery, JournalSettingsQueryVariables>;
export const UpdateJournalSettingsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateJournalSettings" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "patch" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "JournalSettingsPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateJournalSettings" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "patch" },
                value: { kind: "Variable", name: { kind: "Name", value: "patch" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "JournalSettings" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "SettingsPage" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "JournalSettingsConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            {
                              kind: "FragmentSpread",
                              name: { kind: "Name", value: "SettingsPage" },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "SettingsPage" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "JournalSettings" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "autoConfirmThreshold" } },
          { kind: "Field", name: { kind: "Name", value: "expireAfterDays" } },
          { kind: "Field", name: { kind: "Name", value: "showLocation" } },
          { kind: "Field", name: { kind: "Name", value: "dayStartsAtHour" } },
          { kind: "Field", name: { kind: "Name", value: "timeZone" } },
          { kind: "Field", name: { kind: "Name", value: "neverGuessProjects" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateJournalSettingsMutation, UpdateJournalSettingsMutationVariables>;
export const TermsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Terms" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "terms" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "term" } },
                { kind: "Field", name: { kind: "Name", value: "canonical" } },
                { kind: "Field", name: { kind: "Name", value: "kind" } },
                { kind: "Field", name: { kind: "Name", value: "confirmations" } },
                { kind: "Field", name: { kind: "Name", value: "rejections" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TermsQuery, TermsQueryVariables>;
export const TeachTermDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "TeachTerm" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "term" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "canonical" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "kind" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "teachTerm" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "term" },
                value: { kind: "Variable", name: { kind: "Name", value: "term" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "canonical" },
                value: { kind: "Variable", name: { kind: "Name", value: "canonical" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "kind" },
                value: { kind: "Variable", name: { kind: "Name", value: "kind" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "term" } },
                { kind: "Field", name: { kind: "Name", value: "canonical" } },
                { kind: "Field", name: { kind: "Name", value: "kind" } },
                { kind: "Field", name: { kind: "Name", value: "confirmations" } },
                { kind: "Field", name: { kind: "Name", value: "rejections" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TeachTermMutation, TeachTermMutationVariables>;
export const ForgetTermDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ForgetTerm" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "term" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "forgetTerm" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "term" },
                value: { kind: "Variable", name: { kind: "Name", value: "term" } },
              },
            ],
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ForgetTermMutation, ForgetTermMutationVariables>;
export const JournalDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Journal" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "after" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "journal" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "after" },
                value: { kind: "Variable", name: { kind: "Name", value: "after" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<JournalQuery, JournalQueryVariables>;
export const PendingDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Pending" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "journal" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "status" },
                value: { kind: "EnumValue", value: "PENDING" },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PendingQuery, PendingQueryVariables>;
export const LogHistoryDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "LogHistory" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "log" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "logId" } },
                { kind: "Field", name: { kind: "Name", value: "version" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "history" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "at" } },
                      { kind: "Field", name: { kind: "Name", value: "by" } },
                      { kind: "Field", name: { kind: "Name", value: "kind" } },
                      { kind: "Field", name: { kind: "Name", value: "note" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LogHistoryQuery, LogHistoryQueryVariables>;
export const LogAudioDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "LogAudio" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "RecordingId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "recording" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "audioUrl" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LogAudioQuery, LogAudioQueryVariables>;
export const LogRecordingDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "LogRecording" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "log" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "logId" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "transcriptMeta" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "Field", name: { kind: "Name", value: "recordingId" } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LogRecordingQuery, LogRecordingQueryVariables>;
export const ProjectChoicesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ProjectChoices" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "projects" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "state" },
                value: { kind: "EnumValue", value: "ACTIVE" },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "IntValue", value: "100" },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "__typename" } },
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "type" } },
                      { kind: "Field", name: { kind: "Name", value: "ownerId" } },
                      { kind: "Field", name: { kind: "Name", value: "state" } },
                      { kind: "Field", name: { kind: "Name", value: "createdAt" } },
                      { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
                      { kind: "Field", name: { kind: "Name", value: "archivedAt" } },
                      { kind: "Field", name: { kind: "Name", value: "version" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "pageInfo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "hasNextPage" } },
                      { kind: "Field", name: { kind: "Name", value: "endCursor" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProjectChoicesQuery, ProjectChoicesQueryVariables>;
export const SpeechDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Speech" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "speech" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "available" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "missing" } },
                { kind: "Field", name: { kind: "Name", value: "howToGet" } },
                { kind: "Field", name: { kind: "Name", value: "languages" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SpeechQuery, SpeechQueryVariables>;
export const CreateLogDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CreateLog" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewLog" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "createLog" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CreateLogMutation, CreateLogMutationVariables>;
export const UpdateLogDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateLog" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "patch" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateLog" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "patch" },
                value: { kind: "Variable", name: { kind: "Name", value: "patch" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "LogConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateLogMutation, UpdateLogMutationVariables>;
export const ConfirmLogDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ConfirmLog" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "confirmLog" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "LogConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ConfirmLogMutation, ConfirmLogMutationVariables>;
export const RejectLogDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RejectLog" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "rejectLog" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "LogConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RejectLogMutation, RejectLogMutationVariables>;
export const UndoLogDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UndoLog" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "undoLog" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "LogConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UndoLogMutation, UndoLogMutationVariables>;
export const ArchiveLogDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ArchiveLog" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "archiveLog" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "LogConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ArchiveLogMutation, ArchiveLogMutationVariables>;
export const DeleteLogDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteLog" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteLog" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "LogDeleted" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [{ kind: "Field", name: { kind: "Name", value: "id" } }],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "LogConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteLogMutation, DeleteLogMutationVariables>;
export const ReextractLogDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ReextractLog" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LogId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "version" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "reextractLog" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "version" },
                value: { kind: "Variable", name: { kind: "Name", value: "version" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "LogConflict" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "current" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "LogEntry" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "Span" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "FactSpan" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "start" } },
          { kind: "Field", name: { kind: "Name", value: "end" } },
          { kind: "Field", name: { kind: "Name", value: "text" } },
          { kind: "Field", name: { kind: "Name", value: "startMs" } },
          { kind: "Field", name: { kind: "Name", value: "endMs" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LogEntry" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Log" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "logId" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "project" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "type" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "rawText" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "transcriptMeta" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "recordingId" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "durationMs" } },
                { kind: "Field", name: { kind: "Name", value: "raw" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "edits" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "from" } },
                      { kind: "Field", name: { kind: "Name", value: "to" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                      { kind: "Field", name: { kind: "Name", value: "reason" } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "extracted" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "extractor" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "project" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "projectId" } },
                      { kind: "Field", name: { kind: "Name", value: "title" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "alternatives" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "Field", name: { kind: "Name", value: "projectId" } },
                            { kind: "Field", name: { kind: "Name", value: "title" } },
                            { kind: "Field", name: { kind: "Name", value: "confidence" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "minutes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "minutes" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "materials" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "term" } },
                      { kind: "Field", name: { kind: "Name", value: "canonical" } },
                      { kind: "Field", name: { kind: "Name", value: "use" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "techniques" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "confidence" } },
                      { kind: "Field", name: { kind: "Name", value: "source" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "spans" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [
                            { kind: "FragmentSpread", name: { kind: "Name", value: "Span" } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "confidence" } },
          { kind: "Field", name: { kind: "Name", value: "attributionStatus" } },
          { kind: "Field", name: { kind: "Name", value: "materials" } },
          { kind: "Field", name: { kind: "Name", value: "timeSpentMinutes" } },
          { kind: "Field", name: { kind: "Name", value: "techniques" } },
          { kind: "Field", name: { kind: "Name", value: "toBuy" } },
          { kind: "Field", name: { kind: "Name", value: "tags" } },
          { kind: "Field", name: { kind: "Name", value: "day" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
          { kind: "Field", name: { kind: "Name", value: "createdBy" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ReextractLogMutation, ReextractLogMutationVariables>;
