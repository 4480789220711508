/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  | T
  | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };

import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";
/** A change to a collection: absent keeps a value, null resets it. */
export type CollectionPatch = {
  /** One of its products. */
  coverProductId?: string | null | undefined;
  /** Up to 20 000 characters, Markdown. */
  description?: string | null | undefined;
  /** Whether it is meant for the world. */
  isPublic?: boolean | null | undefined;
  /** 1 to 255 characters. */
  name?: string | null | undefined;
};

/** What sort of failure it was. */
export type ErrorCategory =
  | "AUTHENTICATION"
  | "CONTENT_POLICY"
  | "FILE_SYSTEM"
  | "NETWORK"
  | "PROVIDER_OUTAGE"
  | "RATE_LIMITED"
  | "TRANSIENT"
  | "UNKNOWN"
  | "VALIDATION";

/** What can happen. */
export type FactoryChangeKind =
  /** It changed. */
  | "CHANGED"
  /** It was made. */
  | "CREATED"
  /** It is gone, or in the bin. */
  | "DELETED"
  /** Changes may have been missed: read anew what is shown. */
  | "RESYNC";

/** The sorts of things. */
export type FactoryEntity =
  /** A collection. */
  | "COLLECTION"
  /** A lookup. */
  | "LOOKUP"
  /** An order. */
  | "ORDER"
  /** An item of an order. */
  | "ORDER_ITEM"
  /** A template of orders. */
  | "ORDER_TEMPLATE"
  /** A product. */
  | "PRODUCT"
  /** A provider or its models. */
  | "PROVIDER"
  /** A setting. */
  | "SETTING"
  /** A tag. */
  | "TAG";

/** A change to a lookup: absent keeps a value, null resets it. */
export type LookupPatch = {
  /** What it is listed under. */
  category?: string | null | undefined;
  /** Up to 2 000 characters. */
  description?: string | null | undefined;
  /** 1 to 10 000 texts. */
  values?: Array<string> | null | undefined;
};

/** What it takes to make a collection. */
export type NewCollection = {
  /** Up to 20 000 characters, Markdown. */
  description?: string;
  /** 1 to 255 characters. */
  name: string;
  /** What it begins with, 1 000 products at most. */
  productIds?: Array<string>;
};

/** What it takes to make a lookup. */
export type NewLookup = {
  /** What it is listed under. */
  category?: string | null | undefined;
  /** Up to 2 000 characters. */
  description?: string;
  /** A letter, then letters, digits, `_` and `-`, 100 at most. */
  key: string;
  /** The project whose own it is; none: all of the tenant's. */
  projectId?: string | null | undefined;
  /** 1 to 10 000 texts. */
  values: Array<string>;
};

/** An order that is to be placed. */
export type NewOrder = {
  /** More than this is never spent on it, in units of the currency. */
  budget?: number | null | undefined;
  /** Up to 128 characters of the caller's: placed again with the same ones, it is the same order. */
  idempotencyKey?: string | null | undefined;
  /** Orders of a higher one are served first; 0 is usual. */
  priority?: number;
  /** What is ordered. */
  prompt: PromptInput;
  /** The template that it was made from. */
  templateId?: string | null | undefined;
};

/** What it takes to make a template. */
export type NewOrderTemplate = {
  /** Up to 20 000 characters, Markdown. */
  description?: string;
  /** The provider's id of the model. */
  model: string;
  /** 1 to 255 characters. */
  name: string;
  /** What is ordered, 64 KB at most. */
  parameterSet: unknown;
  /** The project that it is for; none: all. */
  projectId?: string | null | undefined;
  /** The id of the provider. */
  provider: string;
};

/** How far an item is. */
export type OrderItemStatus =
  /** It was called off. */
  | "CANCELLED"
  /** A worker has it and has not sent it yet. */
  | "CLAIMED"
  /** It was made. */
  | "COMPLETE"
  /** It could not be made. */
  | "FAILED"
  /** The provider works on it. */
  | "GENERATING"
  /** It waits for its turn, or for another try. */
  | "PENDING"
  /** It was sent to the provider, and waits there. */
  | "SUBMITTED";

/** How far an order is. */
export type OrderStatus =
  /** It was called off. */
  | "CANCELLED"
  /** It is not placed yet. */
  | "DRAFT"
  /** Nothing of it could be made. */
  | "FAILED"
  /** All of it was made. */
  | "FULFILLED"
  /** Some of it was made, and no more will be. */
  | "PARTIALLY_FULFILLED"
  /** Nothing more of it is begun until it is resumed. */
  | "PAUSED"
  /** Nothing of it was begun. */
  | "PENDING"
  /** Some of it was begun. */
  | "PROCESSING";

/** A change to a template: absent keeps a value. */
export type OrderTemplatePatch = {
  /** Up to 20 000 characters, Markdown. */
  description?: string | null | undefined;
  /** The provider's id of the model. */
  model?: string | null | undefined;
  /** 1 to 255 characters. */
  name?: string | null | undefined;
  /** What is ordered, 64 KB at most. */
  parameterSet?: unknown;
  /** The id of the provider. */
  provider?: string | null | undefined;
};

/** Which products a list has; all that is said must hold. */
export type ProductFilter = {
  /** Those in that collection, in its order. */
  collectionId?: string | null | undefined;
  /** Those made at that time or later. */
  createdAfter?: string | null | undefined;
  /** Those made before that time. */
  createdBefore?: string | null | undefined;
  /** Those in the bin instead of those that are not. */
  inBin?: boolean;
  /** Those that are liked, or are not. */
  liked?: boolean | null | undefined;
  /** Those with so many stars or more. */
  minRating?: number | null | undefined;
  /** Those of that model. */
  model?: string | null | undefined;
  /** Those that an item of that order made. */
  orderId?: string | null | undefined;
  /** Those with these parameters, such as `{"steps": 20}`: 20 names at most, with numbers, texts or truths. */
  parameters?: unknown;
  /** Those of that project. */
  projectId?: string | null | undefined;
  /** Those of that provider. */
  provider?: string | null | undefined;
  /** Words: `red fox`, `"red fox"`, `-owl`, `fo*`. */
  search?: string | null | undefined;
  /** Those with each of these tags, 20 at most. */
  tags?: Array<string> | null | undefined;
  /** Those of that type. */
  type?: ProductType | null | undefined;
};

/** A change to a product: absent keeps a value, null resets it. */
export type ProductPatch = {
  /** Whether somebody likes it. */
  liked?: boolean | null | undefined;
  /** Up to 20 000 characters. */
  notes?: string | null | undefined;
  /** 1 to 5; null: none. */
  rating?: number | null | undefined;
};

/** What a product is. */
export type ProductType =
  /** It is listened to. */
  | "AUDIO"
  /** It is looked at. */
  | "IMAGE"
  /** It is watched. */
  | "VIDEO";

/** A change to many products: exactly one of these. */
export type ProductsChange = {
  /** The name of a tag, which is made if there is none. */
  addTag?: string | null | undefined;
  /** A collection, at whose end they come. */
  addToCollection?: string | null | undefined;
  /** Into the bin. */
  delete?: boolean | null | undefined;
  /** Whether they are liked. */
  liked?: boolean | null | undefined;
  /** A project; null: none. What it has already, the same file, stays where it is. */
  moveToProject?: string | null | undefined;
  /** Only with `addToCollection`: the places that they had there, one for each product, as an undo names them. */
  positions?: Array<number> | null | undefined;
  /** 1 to 5; null: none. */
  rating?: number | null | undefined;
  /** A collection. */
  removeFromCollection?: string | null | undefined;
  /** The name of a tag. */
  removeTag?: string | null | undefined;
  /** Out of the bin. */
  restore?: boolean | null | undefined;
};

/** What is expanded. */
export type PromptInput = {
  /** The items that the order may have; unless it is said, those of the setting `orders.max_items`. */
  limit?: number | null | undefined;
  /** The provider's id of the model. */
  model: string;
  /** The negative prompt with its tokens. */
  negativePrompt?: string;
  /** Name to text with lists and ranges, number, or truth. */
  parameters?: unknown;
  /** The project that it is for. */
  projectId?: string | null | undefined;
  /** The prompt with its tokens. */
  prompt: string;
  /** The id of the provider, such as `studio`. */
  provider: string;
  /** Images an item, 1 or more. */
  quantity?: number;
  /** So many items, chosen by chance, instead of all. */
  sample?: number | null | undefined;
  /** All chance of the expansion comes from it: a whole number below 2^64, in decimal. */
  seed?: string;
  /** How both prompts are read. */
  syntax?: PromptSyntax;
};

/** How a prompt is read. */
export type PromptSyntax =
  /** `{red|blue} dog in __place__` */
  | "DYNAMIC_PROMPTS"
  /** `[red,blue] dog || [color] cat` */
  | "EXPANDO"
  /** Nothing has a meaning. */
  | "PLAIN";

/** A change to a provider: absent keeps a value, null: none. */
export type ProviderPatch = {
  /** Where it is: begins with http:// or https://. */
  apiBaseUrl?: string | null | undefined;
  /** Requests at a time, 1 or more. */
  concurrentLimit?: number | null | undefined;
  /** Whether it can be ordered from. */
  isEnabled?: boolean | null | undefined;
  /** 1 to 255 characters. */
  name?: string | null | undefined;
  /** Requests a minute, 1 or more. */
  rateLimitRequests?: number | null | undefined;
  /** Tokens a minute, 1 or more. */
  rateLimitTokens?: number | null | undefined;
  /** What else its adapter needs, an object of 64 KB at most. Its `kind` stays what it is. */
  settings?: unknown;
};

export type ProductTileFragment = {
  __typename: "Product";
  id: string;
  type: ProductType;
  mimeType: string;
  width: number | null;
  height: number | null;
  duration: number | null;
  thumbhash: string | null;
  prompt: string;
  orderId: string | null;
  orderItemId: string | null;
  liked: boolean;
  rating: number | null;
  version: number;
  createdAt: string;
  deletedAt: string | null;
  thumbnails: { small: string; medium: string; large: string };
};

export type TagChipFragment = {
  __typename: "Tag";
  id: string;
  name: string;
  color: string | null;
  usageCount: number;
  version: number;
};

export type OrderSummaryFragment = {
  __typename: "Order";
  id: string;
  projectId: string | null;
  provider: string;
  model: string;
  status: OrderStatus;
  prompt: string;
  quantity: number;
  expandedCount: number;
  completedCount: number;
  failedCount: number;
  priority: number;
  estimatedCost: number | null;
  reservedCost: number;
  settledCost: number;
  currency: string;
  version: number;
  createdAt: string;
  updatedAt: string;
};

export type OrderDetailFragment = {
  __typename: "Order";
  negativePrompt: string;
  parameters: unknown;
  syntax: PromptSyntax;
  seed: string;
  sample: number | null;
  axes: unknown;
  budget: number | null;
  templateId: string | null;
  id: string;
  projectId: string | null;
  provider: string;
  model: string;
  status: OrderStatus;
  prompt: string;
  quantity: number;
  expandedCount: number;
  completedCount: number;
  failedCount: number;
  priority: number;
  estimatedCost: number | null;
  reservedCost: number;
  settledCost: number;
  currency: string;
  version: number;
  createdAt: string;
  updatedAt: string;
};

export type ItemTileFragment = {
  __typename: "OrderItem";
  id: string;
  orderId: string;
  sequenceNumber: number;
  status: OrderItemStatus;
  prompt: string;
  negativePrompt: string;
  parameters: unknown;
  axes: Array<string>;
  provider: string;
  attempt: number;
  maxAttempts: number;
  nextAttemptAt: string | null;
  isExhausted: boolean;
  errorCategory: ErrorCategory | null;
  errorTitle: string | null;
  errorMessage: string | null;
  errorAction: string | null;
  startedAt: string | null;
  completedAt: string | null;
  cost: number | null;
  products: Array<{
    __typename: "Product";
    id: string;
    type: ProductType;
    mimeType: string;
    width: number | null;
    height: number | null;
    duration: number | null;
    thumbhash: string | null;
    prompt: string;
    orderId: string | null;
    orderItemId: string | null;
    liked: boolean;
    rating: number | null;
    version: number;
    createdAt: string;
    deletedAt: string | null;
    thumbnails: { small: string; medium: string; large: string };
  }>;
};

export type ModelFactsFragment = {
  __typename: "ProviderModel";
  id: string;
  modelId: string;
  name: string;
  family: string | null;
  modality: string;
  isAvailable: boolean;
  sunsetAt: string | null;
  parameterSchema: unknown;
  capabilities: unknown;
  pricing: unknown;
};

export type ProviderFactsFragment = {
  __typename: "Provider";
  id: string;
  name: string;
  apiBaseUrl: string | null;
  hasKey: boolean;
  needsKey: boolean;
  isLocal: boolean;
  isEnabled: boolean;
  sendsNews: boolean | null;
  rateLimitRequests: number | null;
  rateLimitTokens: number | null;
  concurrentLimit: number | null;
  settings: unknown;
  version: number;
  models: Array<{
    __typename: "ProviderModel";
    id: string;
    modelId: string;
    name: string;
    family: string | null;
    modality: string;
    isAvailable: boolean;
    sunsetAt: string | null;
    parameterSchema: unknown;
    capabilities: unknown;
    pricing: unknown;
  }>;
};

export type ProvidersQueryVariables = Exact<{ [key: string]: never }>;

export type ProvidersQuery = {
  providers: Array<{
    __typename: "Provider";
    id: string;
    name: string;
    apiBaseUrl: string | null;
    hasKey: boolean;
    needsKey: boolean;
    isLocal: boolean;
    isEnabled: boolean;
    sendsNews: boolean | null;
    rateLimitRequests: number | null;
    rateLimitTokens: number | null;
    concurrentLimit: number | null;
    settings: unknown;
    version: number;
    models: Array<{
      __typename: "ProviderModel";
      id: string;
      modelId: string;
      name: string;
      family: string | null;
      modality: string;
      isAvailable: boolean;
      sunsetAt: string | null;
      parameterSchema: unknown;
      capabilities: unknown;
      pricing: unknown;
    }>;
  }>;
};

export type CollectionCardFragment = {
  __typename: "Collection";
  id: string;
  name: string;
  description: string;
  coverProductId: string | null;
  productCount: number;
  isPublic: boolean;
  version: number;
  createdAt: string;
  deletedAt: string | null;
  cover: {
    __typename: "Product";
    id: string;
    type: ProductType;
    mimeType: string;
    width: number | null;
    height: number | null;
    duration: number | null;
    thumbhash: string | null;
    prompt: string;
    orderId: string | null;
    orderItemId: string | null;
    liked: boolean;
    rating: number | null;
    version: number;
    createdAt: string;
    deletedAt: string | null;
    thumbnails: { small: string; medium: string; large: string };
  } | null;
};

export type CollectionsQueryVariables = Exact<{
  inBin: boolean;
  first: number;
  after?: string | null | undefined;
}>;

export type CollectionsQuery = {
  collections: {
    nodes: Array<{
      __typename: "Collection";
      id: string;
      name: string;
      description: string;
      coverProductId: string | null;
      productCount: number;
      isPublic: boolean;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      cover: {
        __typename: "Product";
        id: string;
        type: ProductType;
        mimeType: string;
        width: number | null;
        height: number | null;
        duration: number | null;
        thumbhash: string | null;
        prompt: string;
        orderId: string | null;
        orderItemId: string | null;
        liked: boolean;
        rating: number | null;
        version: number;
        createdAt: string;
        deletedAt: string | null;
        thumbnails: { small: string; medium: string; large: string };
      } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type CollectionQueryVariables = Exact<{
  id: string;
}>;

export type CollectionQuery = {
  collection: {
    __typename: "Collection";
    id: string;
    name: string;
    description: string;
    coverProductId: string | null;
    productCount: number;
    isPublic: boolean;
    version: number;
    createdAt: string;
    deletedAt: string | null;
    cover: {
      __typename: "Product";
      id: string;
      type: ProductType;
      mimeType: string;
      width: number | null;
      height: number | null;
      duration: number | null;
      thumbhash: string | null;
      prompt: string;
      orderId: string | null;
      orderItemId: string | null;
      liked: boolean;
      rating: number | null;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      thumbnails: { small: string; medium: string; large: string };
    } | null;
  } | null;
};

export type CollectionProductsQueryVariables = Exact<{
  filter: ProductFilter;
  first: number;
  after?: string | null | undefined;
}>;

export type CollectionProductsQuery = {
  products: {
    nodes: Array<{
      __typename: "Product";
      id: string;
      type: ProductType;
      mimeType: string;
      width: number | null;
      height: number | null;
      duration: number | null;
      thumbhash: string | null;
      prompt: string;
      orderId: string | null;
      orderItemId: string | null;
      liked: boolean;
      rating: number | null;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      thumbnails: { small: string; medium: string; large: string };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type UpdateCollectionMutationVariables = Exact<{
  id: string;
  version: number;
  patch: CollectionPatch;
}>;

export type UpdateCollectionMutation = {
  updateCollection:
    | {
        __typename: "Collection";
        id: string;
        name: string;
        description: string;
        coverProductId: string | null;
        productCount: number;
        isPublic: boolean;
        version: number;
        createdAt: string;
        deletedAt: string | null;
        cover: {
          __typename: "Product";
          id: string;
          type: ProductType;
          mimeType: string;
          width: number | null;
          height: number | null;
          duration: number | null;
          thumbhash: string | null;
          prompt: string;
          orderId: string | null;
          orderItemId: string | null;
          liked: boolean;
          rating: number | null;
          version: number;
          createdAt: string;
          deletedAt: string | null;
          thumbnails: { small: string; medium: string; large: string };
        } | null;
      }
    | {
        current: {
          __typename: "Collection";
          id: string;
          name: string;
          description: string;
          coverProductId: string | null;
          productCount: number;
          isPublic: boolean;
          version: number;
          createdAt: string;
          deletedAt: string | null;
          cover: {
            __typename: "Product";
            id: string;
            type: ProductType;
            mimeType: string;
            width: number | null;
            height: number | null;
            duration: number | null;
            thumbhash: string | null;
            prompt: string;
            orderId: string | null;
            orderItemId: string | null;
            liked: boolean;
            rating: number | null;
            version: number;
            createdAt: string;
            deletedAt: string | null;
            thumbnails: { small: string; medium: string; large: string };
          } | null;
        };
      };
};

export type DeleteCollectionMutationVariables = Exact<{
  id: string;
}>;

export type DeleteCollectionMutation = {
  deleteCollection: {
    __typename: "Collection";
    id: string;
    name: string;
    description: string;
    coverProductId: string | null;
    productCount: number;
    isPublic: boolean;
    version: number;
    createdAt: string;
    deletedAt: string | null;
    cover: {
      __typename: "Product";
      id: string;
      type: ProductType;
      mimeType: string;
      width: number | null;
      height: number | null;
      duration: number | null;
      thumbhash: string | null;
      prompt: string;
      orderId: string | null;
      orderItemId: string | null;
      liked: boolean;
      rating: number | null;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      thumbnails: { small: string; medium: string; large: string };
    } | null;
  };
};

export type RestoreCollectionMutationVariables = Exact<{
  id: string;
}>;

export type RestoreCollectionMutation = {
  restoreCollection: {
    __typename: "Collection";
    id: string;
    name: string;
    description: string;
    coverProductId: string | null;
    productCount: number;
    isPublic: boolean;
    version: number;
    createdAt: string;
    deletedAt: string | null;
    cover: {
      __typename: "Product";
      id: string;
      type: ProductType;
      mimeType: string;
      width: number | null;
      height: number | null;
      duration: number | null;
      thumbhash: string | null;
      prompt: string;
      orderId: string | null;
      orderItemId: string | null;
      liked: boolean;
      rating: number | null;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      thumbnails: { small: string; medium: string; large: string };
    } | null;
  };
};

export type MoveInCollectionMutationVariables = Exact<{
  id: string;
  productId: string;
  before?: string | null | undefined;
}>;

export type MoveInCollectionMutation = {
  moveInCollection: {
    __typename: "Collection";
    id: string;
    name: string;
    description: string;
    coverProductId: string | null;
    productCount: number;
    isPublic: boolean;
    version: number;
    createdAt: string;
    deletedAt: string | null;
    cover: {
      __typename: "Product";
      id: string;
      type: ProductType;
      mimeType: string;
      width: number | null;
      height: number | null;
      duration: number | null;
      thumbhash: string | null;
      prompt: string;
      orderId: string | null;
      orderItemId: string | null;
      liked: boolean;
      rating: number | null;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      thumbnails: { small: string; medium: string; large: string };
    } | null;
  };
};

export type LanesQueryVariables = Exact<{ [key: string]: never }>;

export type LanesQuery = {
  lanes: Array<{
    __typename: "Lane";
    pending: number;
    running: number;
    failed: number;
    paused: number;
    pausedAt: string | null;
    waitsUntil: string | null;
    waitsBecause: string | null;
    provider: {
      __typename: "Provider";
      id: string;
      name: string;
      isEnabled: boolean;
      concurrentLimit: number | null;
      rateLimitRequests: number | null;
    };
  }>;
};

export type PauseLanesMutationVariables = Exact<{
  providers?: Array<string> | string | null | undefined;
}>;

export type PauseLanesMutation = {
  pauseLanes: Array<{
    __typename: "Lane";
    pending: number;
    running: number;
    failed: number;
    paused: number;
    pausedAt: string | null;
    waitsUntil: string | null;
    waitsBecause: string | null;
    provider: {
      __typename: "Provider";
      id: string;
      name: string;
      isEnabled: boolean;
      concurrentLimit: number | null;
      rateLimitRequests: number | null;
    };
  }>;
};

export type ResumeLanesMutationVariables = Exact<{
  providers?: Array<string> | string | null | undefined;
}>;

export type ResumeLanesMutation = {
  resumeLanes: Array<{
    __typename: "Lane";
    pending: number;
    running: number;
    failed: number;
    paused: number;
    pausedAt: string | null;
    waitsUntil: string | null;
    waitsBecause: string | null;
    provider: {
      __typename: "Provider";
      id: string;
      name: string;
      isEnabled: boolean;
      concurrentLimit: number | null;
      rateLimitRequests: number | null;
    };
  }>;
};

export type LaneFactsFragment = {
  __typename: "Lane";
  pending: number;
  running: number;
  failed: number;
  paused: number;
  pausedAt: string | null;
  waitsUntil: string | null;
  waitsBecause: string | null;
  provider: {
    __typename: "Provider";
    id: string;
    name: string;
    isEnabled: boolean;
    concurrentLimit: number | null;
    rateLimitRequests: number | null;
  };
};

export type LineQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type LineQuery = {
  line: {
    nodes: Array<{
      __typename: "Order";
      id: string;
      projectId: string | null;
      provider: string;
      model: string;
      status: OrderStatus;
      prompt: string;
      quantity: number;
      expandedCount: number;
      completedCount: number;
      failedCount: number;
      priority: number;
      estimatedCost: number | null;
      reservedCost: number;
      settledCost: number;
      currency: string;
      version: number;
      createdAt: string;
      updatedAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type MoveOrderMutationVariables = Exact<{
  id: string;
  version: number;
  before?: string | null | undefined;
  priority?: number | null | undefined;
}>;

export type MoveOrderMutation = {
  moveOrder:
    | {
        __typename: "Order";
        id: string;
        projectId: string | null;
        provider: string;
        model: string;
        status: OrderStatus;
        prompt: string;
        quantity: number;
        expandedCount: number;
        completedCount: number;
        failedCount: number;
        priority: number;
        estimatedCost: number | null;
        reservedCost: number;
        settledCost: number;
        currency: string;
        version: number;
        createdAt: string;
        updatedAt: string;
      }
    | {
        current: {
          __typename: "Order";
          id: string;
          projectId: string | null;
          provider: string;
          model: string;
          status: OrderStatus;
          prompt: string;
          quantity: number;
          expandedCount: number;
          completedCount: number;
          failedCount: number;
          priority: number;
          estimatedCost: number | null;
          reservedCost: number;
          settledCost: number;
          currency: string;
          version: number;
          createdAt: string;
          updatedAt: string;
        };
      };
};

export type QueueQueryVariables = Exact<{
  provider?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type QueueQuery = {
  queue: {
    nodes: Array<{
      __typename: "OrderItem";
      id: string;
      orderId: string;
      sequenceNumber: number;
      status: OrderItemStatus;
      prompt: string;
      provider: string;
      attempt: number;
      maxAttempts: number;
      nextAttemptAt: string | null;
      errorCategory: ErrorCategory | null;
      errorTitle: string | null;
      startedAt: string | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type OrdersOnTheFloorQueryVariables = Exact<{
  status?: Array<OrderStatus> | OrderStatus | null | undefined;
  first: number;
}>;

export type OrdersOnTheFloorQuery = {
  orders: {
    nodes: Array<{
      __typename: "Order";
      id: string;
      projectId: string | null;
      provider: string;
      model: string;
      status: OrderStatus;
      prompt: string;
      quantity: number;
      expandedCount: number;
      completedCount: number;
      failedCount: number;
      priority: number;
      estimatedCost: number | null;
      reservedCost: number;
      settledCost: number;
      currency: string;
      version: number;
      createdAt: string;
      updatedAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ProductDaysQueryVariables = Exact<{
  filter: ProductFilter;
}>;

export type ProductDaysQuery = { productDays: Array<{ day: string; count: number }> };

export type ProductPageQueryVariables = Exact<{
  filter: ProductFilter;
  first: number;
  after?: string | null | undefined;
}>;

export type ProductPageQuery = {
  products: {
    nodes: Array<{
      __typename: "Product";
      id: string;
      type: ProductType;
      mimeType: string;
      width: number | null;
      height: number | null;
      duration: number | null;
      thumbhash: string | null;
      prompt: string;
      orderId: string | null;
      orderItemId: string | null;
      liked: boolean;
      rating: number | null;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      thumbnails: { small: string; medium: string; large: string };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ProductCountsQueryVariables = Exact<{
  a: ProductFilter;
  b: ProductFilter;
  c: ProductFilter;
  d: ProductFilter;
  e: ProductFilter;
  f: ProductFilter;
  g: ProductFilter;
  h: ProductFilter;
}>;

export type ProductCountsQuery = {
  a: number;
  b: number;
  c: number;
  d: number;
  e: number;
  f: number;
  g: number;
  h: number;
};

export type TagsQueryVariables = Exact<{ [key: string]: never }>;

export type TagsQuery = {
  tags: Array<{
    __typename: "Tag";
    id: string;
    name: string;
    color: string | null;
    usageCount: number;
    version: number;
  }>;
};

export type CollectionChoicesQueryVariables = Exact<{ [key: string]: never }>;

export type CollectionChoicesQuery = {
  collections: { nodes: Array<{ id: string; name: string; version: number }> };
};

export type FactoryProjectChoicesQueryVariables = Exact<{ [key: string]: never }>;

export type FactoryProjectChoicesQuery = {
  projects: { nodes: Array<{ id: string; name: string }> };
};

export type ChangeProductsMutationVariables = Exact<{
  ids: Array<string> | string;
  change: ProductsChange;
}>;

export type ChangeProductsMutation = {
  changeProducts: {
    changedIds: Array<string>;
    undo: Array<{ ids: Array<string>; change: unknown }>;
  };
};

export type PurgeProductsMutationVariables = Exact<{
  ids: Array<string> | string;
}>;

export type PurgeProductsMutation = { purgeProducts: number };

export type CreateCollectionMutationVariables = Exact<{
  input: NewCollection;
}>;

export type CreateCollectionMutation = {
  createCollection: {
    __typename: "Collection";
    id: string;
    name: string;
    description: string;
    coverProductId: string | null;
    productCount: number;
    isPublic: boolean;
    version: number;
    createdAt: string;
    deletedAt: string | null;
    cover: {
      __typename: "Product";
      id: string;
      type: ProductType;
      mimeType: string;
      width: number | null;
      height: number | null;
      duration: number | null;
      thumbhash: string | null;
      prompt: string;
      orderId: string | null;
      orderItemId: string | null;
      liked: boolean;
      rating: number | null;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      thumbnails: { small: string; medium: string; large: string };
    } | null;
  };
};

export type OrderGridQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type OrderGridQuery = {
  order: {
    __typename: "Order";
    axes: unknown;
    parameters: unknown;
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
    items: {
      nodes: Array<{
        __typename: "OrderItem";
        id: string;
        orderId: string;
        sequenceNumber: number;
        status: OrderItemStatus;
        prompt: string;
        negativePrompt: string;
        parameters: unknown;
        axes: Array<string>;
        provider: string;
        attempt: number;
        maxAttempts: number;
        nextAttemptAt: string | null;
        isExhausted: boolean;
        errorCategory: ErrorCategory | null;
        errorTitle: string | null;
        errorMessage: string | null;
        errorAction: string | null;
        startedAt: string | null;
        completedAt: string | null;
        cost: number | null;
        products: Array<{
          __typename: "Product";
          id: string;
          type: ProductType;
          mimeType: string;
          width: number | null;
          height: number | null;
          duration: number | null;
          thumbhash: string | null;
          prompt: string;
          orderId: string | null;
          orderItemId: string | null;
          liked: boolean;
          rating: number | null;
          version: number;
          createdAt: string;
          deletedAt: string | null;
          thumbnails: { small: string; medium: string; large: string };
        }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type FactoryChangesSubscriptionVariables = Exact<{
  orderId?: string | null | undefined;
}>;

export type FactoryChangesSubscription = {
  factoryChanges: {
    kind: FactoryChangeKind;
    entity: FactoryEntity | null;
    id: string | null;
    orderId: string | null;
  };
};

export type LookupFactsFragment = {
  __typename: "Lookup";
  id: string;
  key: string;
  values: Array<string>;
  description: string;
  category: string | null;
  projectId: string | null;
  isSystem: boolean;
  usageCount: number;
  version: number;
};

export type LookupsQueryVariables = Exact<{
  projectId?: string | null | undefined;
}>;

export type LookupsQuery = {
  lookups: Array<{
    __typename: "Lookup";
    id: string;
    key: string;
    values: Array<string>;
    description: string;
    category: string | null;
    projectId: string | null;
    isSystem: boolean;
    usageCount: number;
    version: number;
  }>;
};

export type CreateLookupMutationVariables = Exact<{
  input: NewLookup;
}>;

export type CreateLookupMutation = {
  createLookup: {
    __typename: "Lookup";
    id: string;
    key: string;
    values: Array<string>;
    description: string;
    category: string | null;
    projectId: string | null;
    isSystem: boolean;
    usageCount: number;
    version: number;
  };
};

export type UpdateLookupMutationVariables = Exact<{
  id: string;
  version: number;
  patch: LookupPatch;
}>;

export type UpdateLookupMutation = {
  updateLookup:
    | {
        __typename: "Lookup";
        id: string;
        key: string;
        values: Array<string>;
        description: string;
        category: string | null;
        projectId: string | null;
        isSystem: boolean;
        usageCount: number;
        version: number;
      }
    | {
        current: {
          __typename: "Lookup";
          id: string;
          key: string;
          values: Array<string>;
          description: string;
          category: string | null;
          projectId: string | null;
          isSystem: boolean;
          usageCount: number;
          version: number;
        };
      };
};

export type DeleteLookupMutationVariables = Exact<{
  id: string;
}>;

export type DeleteLookupMutation = { deleteLookup: { __typename: "Lookup"; id: string } };

export type ExpandPromptQueryVariables = Exact<{
  input: PromptInput;
  first: number;
}>;

export type ExpandPromptQuery = {
  expandPrompt: {
    count: string;
    combinations: string;
    duplicatesRemoved: string;
    limit: number;
    images: string;
    estimatedCost: number | null;
    currency: string;
    pricedAt: string | null;
    estimatedSeconds: number | null;
    items: Array<{
      index: string;
      prompt: string;
      negativePrompt: string;
      parameters: unknown;
      axes: Array<string>;
    }>;
    axes: Array<{
      name: string;
      size: number;
      drawn: boolean;
      values: Array<string>;
      field: string;
      start: number;
      end: number;
    }>;
    warnings: Array<{
      code: string;
      message: string;
      field: string | null;
      start: number | null;
      end: number | null;
    }>;
    errors: Array<{
      code: string;
      message: string;
      field: string | null;
      start: number | null;
      end: number | null;
    }>;
  };
};

export type PlaceOrderMutationVariables = Exact<{
  input: NewOrder;
}>;

export type PlaceOrderMutation = {
  placeOrder: {
    __typename: "Order";
    negativePrompt: string;
    parameters: unknown;
    syntax: PromptSyntax;
    seed: string;
    sample: number | null;
    axes: unknown;
    budget: number | null;
    templateId: string | null;
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  };
};

export type OrderToEditQueryVariables = Exact<{
  id: string;
}>;

export type OrderToEditQuery = {
  order: {
    __typename: "Order";
    negativePrompt: string;
    parameters: unknown;
    syntax: PromptSyntax;
    seed: string;
    sample: number | null;
    axes: unknown;
    budget: number | null;
    templateId: string | null;
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  } | null;
};

export type OrdersQueryVariables = Exact<{
  projectId?: string | null | undefined;
  status?: Array<OrderStatus> | OrderStatus | null | undefined;
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type OrdersQuery = {
  orders: {
    nodes: Array<{
      __typename: "Order";
      id: string;
      projectId: string | null;
      provider: string;
      model: string;
      status: OrderStatus;
      prompt: string;
      quantity: number;
      expandedCount: number;
      completedCount: number;
      failedCount: number;
      priority: number;
      estimatedCost: number | null;
      reservedCost: number;
      settledCost: number;
      currency: string;
      version: number;
      createdAt: string;
      updatedAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type OrderPageQueryVariables = Exact<{
  id: string;
}>;

export type OrderPageQuery = {
  order: {
    __typename: "Order";
    negativePrompt: string;
    parameters: unknown;
    syntax: PromptSyntax;
    seed: string;
    sample: number | null;
    axes: unknown;
    budget: number | null;
    templateId: string | null;
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  } | null;
};

export type OrderItemsQueryVariables = Exact<{
  id: string;
  status?: OrderItemStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type OrderItemsQuery = {
  order: {
    __typename: "Order";
    id: string;
    items: {
      nodes: Array<{
        __typename: "OrderItem";
        id: string;
        orderId: string;
        sequenceNumber: number;
        status: OrderItemStatus;
        prompt: string;
        negativePrompt: string;
        parameters: unknown;
        axes: Array<string>;
        provider: string;
        attempt: number;
        maxAttempts: number;
        nextAttemptAt: string | null;
        isExhausted: boolean;
        errorCategory: ErrorCategory | null;
        errorTitle: string | null;
        errorMessage: string | null;
        errorAction: string | null;
        startedAt: string | null;
        completedAt: string | null;
        cost: number | null;
        products: Array<{
          __typename: "Product";
          id: string;
          type: ProductType;
          mimeType: string;
          width: number | null;
          height: number | null;
          duration: number | null;
          thumbhash: string | null;
          prompt: string;
          orderId: string | null;
          orderItemId: string | null;
          liked: boolean;
          rating: number | null;
          version: number;
          createdAt: string;
          deletedAt: string | null;
          thumbnails: { small: string; medium: string; large: string };
        }>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ItemLogQueryVariables = Exact<{
  id: string;
}>;

export type ItemLogQuery = {
  orderItem: {
    __typename: "OrderItem";
    id: string;
    providerRequestId: string | null;
    logs: Array<{
      __typename: "GenerationLog";
      id: string;
      attempt: number;
      level: string;
      message: string;
      request: unknown;
      response: unknown;
      createdAt: string;
    }>;
  } | null;
};

export type PauseOrderMutationVariables = Exact<{
  id: string;
}>;

export type PauseOrderMutation = {
  pauseOrder: {
    __typename: "Order";
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  };
};

export type ResumeOrderMutationVariables = Exact<{
  id: string;
}>;

export type ResumeOrderMutation = {
  resumeOrder: {
    __typename: "Order";
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  };
};

export type CancelOrderMutationVariables = Exact<{
  id: string;
}>;

export type CancelOrderMutation = {
  cancelOrder: {
    __typename: "Order";
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  };
};

export type RetryOrderMutationVariables = Exact<{
  id: string;
}>;

export type RetryOrderMutation = {
  retryOrder: {
    __typename: "Order";
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  };
};

export type SetOrderPriorityMutationVariables = Exact<{
  id: string;
  priority: number;
}>;

export type SetOrderPriorityMutation = {
  setOrderPriority: {
    __typename: "Order";
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  };
};

export type DeleteOrderMutationVariables = Exact<{
  id: string;
}>;

export type DeleteOrderMutation = {
  deleteOrder: {
    __typename: "Order";
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  };
};

export type RestoreOrderMutationVariables = Exact<{
  id: string;
}>;

export type RestoreOrderMutation = {
  restoreOrder: {
    __typename: "Order";
    id: string;
    projectId: string | null;
    provider: string;
    model: string;
    status: OrderStatus;
    prompt: string;
    quantity: number;
    expandedCount: number;
    completedCount: number;
    failedCount: number;
    priority: number;
    estimatedCost: number | null;
    reservedCost: number;
    settledCost: number;
    currency: string;
    version: number;
    createdAt: string;
    updatedAt: string;
  };
};

export type CancelOrderItemMutationVariables = Exact<{
  id: string;
}>;

export type CancelOrderItemMutation = {
  cancelOrderItem: {
    __typename: "OrderItem";
    id: string;
    orderId: string;
    sequenceNumber: number;
    status: OrderItemStatus;
    prompt: string;
    negativePrompt: string;
    parameters: unknown;
    axes: Array<string>;
    provider: string;
    attempt: number;
    maxAttempts: number;
    nextAttemptAt: string | null;
    isExhausted: boolean;
    errorCategory: ErrorCategory | null;
    errorTitle: string | null;
    errorMessage: string | null;
    errorAction: string | null;
    startedAt: string | null;
    completedAt: string | null;
    cost: number | null;
    products: Array<{
      __typename: "Product";
      id: string;
      type: ProductType;
      mimeType: string;
      width: number | null;
      height: number | null;
      duration: number | null;
      thumbhash: string | null;
      prompt: string;
      orderId: string | null;
      orderItemId: string | null;
      liked: boolean;
      rating: number | null;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      thumbnails: { small: string; medium: string; large: string };
    }>;
  };
};

export type RetryOrderItemMutationVariables = Exact<{
  id: string;
}>;

export type RetryOrderItemMutation = {
  retryOrderItem: {
    __typename: "OrderItem";
    id: string;
    orderId: string;
    sequenceNumber: number;
    status: OrderItemStatus;
    prompt: string;
    negativePrompt: string;
    parameters: unknown;
    axes: Array<string>;
    provider: string;
    attempt: number;
    maxAttempts: number;
    nextAttemptAt: string | null;
    isExhausted: boolean;
    errorCategory: ErrorCategory | null;
    errorTitle: string | null;
    errorMessage: string | null;
    errorAction: string | null;
    startedAt: string | null;
    completedAt: string | null;
    cost: number | null;
    products: Array<{
      __typename: "Product";
      id: string;
      type: ProductType;
      mimeType: string;
      width: number | null;
      height: number | null;
      duration: number | null;
      thumbhash: string | null;
      prompt: string;
      orderId: string | null;
      orderItemId: string | null;
      liked: boolean;
      rating: number | null;
      version: number;
      createdAt: string;
      deletedAt: string | null;
      thumbnails: { small: string; medium: string; large: string };
    }>;
  };
};

export type CancelAllOrdersMutationVariables = Exact<{ [key: string]: never }>;

export type CancelAllOrdersMutation = { cancelAllOrders: number };

export type UpdateProviderMutationVariables = Exact<{
  id: string;
  version: number;
  patch: ProviderPatch;
}>;

export type UpdateProviderMutation = {
  updateProvider:
    | {
        __typename: "Provider";
        id: string;
        name: string;
        apiBaseUrl: string | null;
        hasKey: boolean;
        needsKey: boolean;
        isLocal: boolean;
        isEnabled: boolean;
        sendsNews: boolean | null;
        rateLimitRequests: number | null;
        rateLimitTokens: number | null;
        concurrentLimit: number | null;
        settings: unknown;
        version: number;
        models: Array<{
          __typename: "ProviderModel";
          id: string;
          modelId: string;
          name: string;
          family: string | null;
          modality: string;
          isAvailable: boolean;
          sunsetAt: string | null;
          parameterSchema: unknown;
          capabilities: unknown;
          pricing: unknown;
        }>;
      }
    | {
        current: {
          __typename: "Provider";
          id: string;
          name: string;
          apiBaseUrl: string | null;
          hasKey: boolean;
          needsKey: boolean;
          isLocal: boolean;
          isEnabled: boolean;
          sendsNews: boolean | null;
          rateLimitRequests: number | null;
          rateLimitTokens: number | null;
          concurrentLimit: number | null;
          settings: unknown;
          version: number;
          models: Array<{
            __typename: "ProviderModel";
            id: string;
            modelId: string;
            name: string;
            family: string | null;
            modality: string;
            isAvailable: boolean;
            sunsetAt: string | null;
            parameterSchema: unknown;
            capabilities: unknown;
            pricing: unknown;
          }>;
        };
      };
};

export type SetProviderKeyMutationVariables = Exact<{
  id: string;
  key: string;
}>;

export type SetProviderKeyMutation = {
  setProviderKey: {
    __typename: "Provider";
    id: string;
    name: string;
    apiBaseUrl: string | null;
    hasKey: boolean;
    needsKey: boolean;
    isLocal: boolean;
    isEnabled: boolean;
    sendsNews: boolean | null;
    rateLimitRequests: number | null;
    rateLimitTokens: number | null;
    concurrentLimit: number | null;
    settings: unknown;
    version: number;
    models: Array<{
      __typename: "ProviderModel";
      id: string;
      modelId: string;
      name: string;
      family: string | null;
      modality: string;
      isAvailable: boolean;
      sunsetAt: string | null;
      parameterSchema: unknown;
      capabilities: unknown;
      pricing: unknown;
    }>;
  };
};

export type RemoveProviderKeyMutationVariables = Exact<{
  id: string;
}>;

export type RemoveProviderKeyMutation = {
  removeProviderKey: {
    __typename: "Provider";
    id: string;
    name: string;
    apiBaseUrl: string | null;
    hasKey: boolean;
    needsKey: boolean;
    isLocal: boolean;
    isEnabled: boolean;
    sendsNews: boolean | null;
    rateLimitRequests: number | null;
    rateLimitTokens: number | null;
    concurrentLimit: number | null;
    settings: unknown;
    version: number;
    models: Array<{
      __typename: "ProviderModel";
      id: string;
      modelId: string;
      name: string;
      family: string | null;
      modality: string;
      isAvailable: boolean;
      sunsetAt: string | null;
      parameterSchema: unknown;
      capabilities: unknown;
      pricing: unknown;
    }>;
  };
};

export type CheckProviderMutationVariables = Exact<{
  id: string;
}>;

export type CheckProviderMutation = {
  checkProvider: { isOk: boolean; message: string; millis: number };
};

export type SyncProviderModelsMutationVariables = Exact<{
  id: string;
}>;

export type SyncProviderModelsMutation = {
  syncProviderModels: {
    __typename: "Provider";
    id: string;
    name: string;
    apiBaseUrl: string | null;
    hasKey: boolean;
    needsKey: boolean;
    isLocal: boolean;
    isEnabled: boolean;
    sendsNews: boolean | null;
    rateLimitRequests: number | null;
    rateLimitTokens: number | null;
    concurrentLimit: number | null;
    settings: unknown;
    version: number;
    models: Array<{
      __typename: "ProviderModel";
      id: string;
      modelId: string;
      name: string;
      family: string | null;
      modality: string;
      isAvailable: boolean;
      sunsetAt: string | null;
      parameterSchema: unknown;
      capabilities: unknown;
      pricing: unknown;
    }>;
  };
};

export type FactorySettingsQueryVariables = Exact<{ [key: string]: never }>;

export type FactorySettingsQuery = {
  factorySettings: Array<{
    __typename: "FactorySetting";
    key: string;
    value: unknown;
    description: string;
  }>;
};

export type UpdateFactorySettingMutationVariables = Exact<{
  key: string;
  value: unknown;
}>;

export type UpdateFactorySettingMutation = {
  updateFactorySetting: {
    __typename: "FactorySetting";
    key: string;
    value: unknown;
    description: string;
  };
};

export type TemplateFactsFragment = {
  __typename: "OrderTemplate";
  id: string;
  name: string;
  description: string;
  provider: string;
  model: string;
  parameterSet: unknown;
  projectId: string | null;
  isGlobal: boolean;
  usageCount: number;
  version: number;
  createdAt: string;
};

export type OrderTemplatesQueryVariables = Exact<{
  projectId?: string | null | undefined;
}>;

export type OrderTemplatesQuery = {
  orderTemplates: Array<{
    __typename: "OrderTemplate";
    id: string;
    name: string;
    description: string;
    provider: string;
    model: string;
    parameterSet: unknown;
    projectId: string | null;
    isGlobal: boolean;
    usageCount: number;
    version: number;
    createdAt: string;
  }>;
};

export type CreateOrderTemplateMutationVariables = Exact<{
  input: NewOrderTemplate;
}>;

export type CreateOrderTemplateMutation = {
  createOrderTemplate: {
    __typename: "OrderTemplate";
    id: string;
    name: string;
    description: string;
    provider: string;
    model: string;
    parameterSet: unknown;
    projectId: string | null;
    isGlobal: boolean;
    usageCount: number;
    version: number;
    createdAt: string;
  };
};

export type UpdateOrderTemplateMutationVariables = Exact<{
  id: string;
  version: number;
  patch: OrderTemplatePatch;
}>;

export type UpdateOrderTemplateMutation = {
  updateOrderTemplate:
    | {
        __typename: "OrderTemplate";
        id: string;
        name: string;
        description: string;
        provider: string;
        model: string;
        parameterSet: unknown;
        projectId: string | null;
        isGlobal: boolean;
        usageCount: number;
        version: number;
        createdAt: string;
      }
    | {
        current: {
          __typename: "OrderTemplate";
          id: string;
          name: string;
          description: string;
          provider: string;
          model: string;
          parameterSet: unknown;
          projectId: string | null;
          isGlobal: boolean;
          usageCount: number;
          version: number;
          createdAt: string;
        };
      };
};

export type DeleteOrderTemplateMutationVariables = Exact<{
  id: string;
}>;

export type DeleteOrderTemplateMutation = {
  deleteOrderTemplate: { __typename: "OrderTemplate"; id: string };
};

export type ProductSheetFragment = {
  __typename: "Product";
  projectId: string | null;
  fileSize: number;
  fileHash: string;
  url: string;
  downloadUrl: string;
  negativePrompt: string;
  provider: string | null;
  model: string | null;
  parameters: unknown;
  metadata: unknown;
  hasContentCredentials: boolean;
  notes: string;
  updatedAt: string;
  id: string;
  type: ProductType;
  mimeType: string;
  width: number | null;
  height: number | null;
  duration: number | null;
  thumbhash: string | null;
  prompt: string;
  orderId: string | null;
  orderItemId: string | null;
  liked: boolean;
  rating: number | null;
  version: number;
  createdAt: string;
  deletedAt: string | null;
  tags: Array<{
    __typename: "Tag";
    id: string;
    name: string;
    color: string | null;
    usageCount: number;
    version: number;
  }>;
  collections: Array<{ id: string; name: string; version: number }>;
  provenance: Array<{
    orderId: string;
    orderItemId: string;
    provider: string;
    model: string;
    parameters: unknown;
    createdAt: string;
  }>;
  thumbnails: { small: string; medium: string; large: string };
};

export type ProductQueryVariables = Exact<{
  id: string;
}>;

export type ProductQuery = {
  product: {
    __typename: "Product";
    projectId: string | null;
    fileSize: number;
    fileHash: string;
    url: string;
    downloadUrl: string;
    negativePrompt: string;
    provider: string | null;
    model: string | null;
    parameters: unknown;
    metadata: unknown;
    hasContentCredentials: boolean;
    notes: string;
    updatedAt: string;
    id: string;
    type: ProductType;
    mimeType: string;
    width: number | null;
    height: number | null;
    duration: number | null;
    thumbhash: string | null;
    prompt: string;
    orderId: string | null;
    orderItemId: string | null;
    liked: boolean;
    rating: number | null;
    version: number;
    createdAt: string;
    deletedAt: string | null;
    tags: Array<{
      __typename: "Tag";
      id: string;
      name: string;
      color: string | null;
      usageCount: number;
      version: number;
    }>;
    collections: Array<{ id: string; name: string; version: number }>;
    provenance: Array<{
      orderId: string;
      orderItemId: string;
      provider: string;
      model: string;
      parameters: unknown;
      createdAt: string;
    }>;
    thumbnails: { small: string; medium: string; large: string };
  } | null;
};

export type SimilarProductsQueryVariables = Exact<{
  id: string;
}>;

export type SimilarProductsQuery = {
  similarProducts: Array<{
    __typename: "Product";
    id: string;
    type: ProductType;
    mimeType: string;
    width: number | null;
    height: number | null;
    duration: number | null;
    thumbhash: string | null;
    prompt: string;
    orderId: string | null;
    orderItemId: string | null;
    liked: boolean;
    rating: number | null;
    version: number;
    createdAt: string;
    deletedAt: string | null;
    thumbnails: { small: string; medium: string; large: string };
  }>;
};

export type UpdateProductMutationVariables = Exact<{
  id: string;
  version: number;
  patch: ProductPatch;
}>;

export type UpdateProductMutation = {
  updateProduct:
    | {
        __typename: "Product";
        projectId: string | null;
        fileSize: number;
        fileHash: string;
        url: string;
        downloadUrl: string;
        negativePrompt: string;
        provider: string | null;
        model: string | null;
        parameters: unknown;
        metadata: unknown;
        hasContentCredentials: boolean;
        notes: string;
        updatedAt: string;
        id: string;
        type: ProductType;
        mimeType: string;
        width: number | null;
        height: number | null;
        duration: number | null;
        thumbhash: string | null;
        prompt: string;
        orderId: string | null;
        orderItemId: string | null;
        liked: boolean;
        rating: number | null;
        version: number;
        createdAt: string;
        deletedAt: string | null;
        tags: Array<{
          __typename: "Tag";
          id: string;
          name: string;
          color: string | null;
          usageCount: number;
          version: number;
        }>;
        collections: Array<{ id: string; name: string; version: number }>;
        provenance: Array<{
          orderId: string;
          orderItemId: string;
          provider: string;
          model: string;
          parameters: unknown;
          createdAt: string;
        }>;
        thumbnails: { small: string; medium: string; large: string };
      }
    | {
        current: {
          __typename: "Product";
          projectId: string | null;
          fileSize: number;
          fileHash: string;
          url: string;
          downloadUrl: string;
          negativePrompt: string;
          provider: string | null;
          model: string | null;
          parameters: unknown;
          metadata: unknown;
          hasContentCredentials: boolean;
          notes: string;
          updatedAt: string;
          id: string;
          type: ProductType;
          mimeType: string;
          width: number | null;
          height: number | null;
          duration: number | null;
          thumbhash: string | null;
          prompt: string;
          orderId: string | null;
          orderItemId: string | null;
          liked: boolean;
          rating: number | null;
          version: number;
          createdAt: string;
          deletedAt: string | null;
          tags: Array<{
            __typename: "Tag";
            id: string;
            name: string;
            color: string | null;
            usageCount: number;
            version: number;
          }>;
          collections: Array<{ id: string; name: string; version: number }>;
          provenance: Array<{
            orderId: string;
            orderItemId: string;
            provider: string;
            model: string;
            parameters: unknown;
            createdAt: string;
          }>;
          thumbnails: { small: string; medium: string; large: string };
        };
      };
};

export const OrderSummaryFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrderSummaryFragment, unknown>;
export const OrderDetailFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderDetail" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "syntax" } },
          { kind: "Field", name: { kind: "Name", value: "seed" } },
          { kind: "Field", name: { kind: "Name", value: "sample" } },
          { kind: "Field", name: { kind: "Name", value: "axes" } },
          { kind: "Field", name: { kind: "Name", value: "budget" } },
          { kind: "Field", name: { kind: "Name", value: "templateId" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrderDetailFragment, unknown>;
export const ProductTileFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProductTileFragment, unknown>;
export const ItemTileFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ItemTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "OrderItem" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "sequenceNumber" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "axes" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "attempt" } },
          { kind: "Field", name: { kind: "Name", value: "maxAttempts" } },
          { kind: "Field", name: { kind: "Name", value: "nextAttemptAt" } },
          { kind: "Field", name: { kind: "Name", value: "isExhausted" } },
          { kind: "Field", name: { kind: "Name", value: "errorCategory" } },
          { kind: "Field", name: { kind: "Name", value: "errorTitle" } },
          { kind: "Field", name: { kind: "Name", value: "errorMessage" } },
          { kind: "Field", name: { kind: "Name", value: "errorAction" } },
          { kind: "Field", name: { kind: "Name", value: "startedAt" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "products" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ItemTileFragment, unknown>;
export const ModelFactsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ModelFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ProviderModel" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "modelId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "family" } },
          { kind: "Field", name: { kind: "Name", value: "modality" } },
          { kind: "Field", name: { kind: "Name", value: "isAvailable" } },
          { kind: "Field", name: { kind: "Name", value: "sunsetAt" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSchema" } },
          { kind: "Field", name: { kind: "Name", value: "capabilities" } },
          { kind: "Field", name: { kind: "Name", value: "pricing" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ModelFactsFragment, unknown>;
export const ProviderFactsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProviderFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Provider" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "apiBaseUrl" } },
          { kind: "Field", name: { kind: "Name", value: "hasKey" } },
          { kind: "Field", name: { kind: "Name", value: "needsKey" } },
          { kind: "Field", name: { kind: "Name", value: "isLocal" } },
          { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
          { kind: "Field", name: { kind: "Name", value: "sendsNews" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitTokens" } },
          { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
          { kind: "Field", name: { kind: "Name", value: "settings" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "models" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ModelFacts" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ModelFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ProviderModel" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "modelId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "family" } },
          { kind: "Field", name: { kind: "Name", value: "modality" } },
          { kind: "Field", name: { kind: "Name", value: "isAvailable" } },
          { kind: "Field", name: { kind: "Name", value: "sunsetAt" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSchema" } },
          { kind: "Field", name: { kind: "Name", value: "capabilities" } },
          { kind: "Field", name: { kind: "Name", value: "pricing" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProviderFactsFragment, unknown>;
export const CollectionCardFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CollectionCard" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Collection" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "coverProductId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "cover" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "productCount" } },
          { kind: "Field", name: { kind: "Name", value: "isPublic" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CollectionCardFragment, unknown>;
export const LaneFactsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LaneFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Lane" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "provider" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
                { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
                { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "pending" } },
          { kind: "Field", name: { kind: "Name", value: "running" } },
          { kind: "Field", name: { kind: "Name", value: "failed" } },
          { kind: "Field", name: { kind: "Name", value: "paused" } },
          { kind: "Field", name: { kind: "Name", value: "pausedAt" } },
          { kind: "Field", name: { kind: "Name", value: "waitsUntil" } },
          { kind: "Field", name: { kind: "Name", value: "waitsBecause" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LaneFactsFragment, unknown>;
export const LookupFactsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LookupFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Lookup" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "values" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "category" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "isSystem" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LookupFactsFragment, unknown>;
export const TemplateFactsFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TemplateFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "OrderTemplate" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSet" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "isGlobal" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TemplateFactsFragment, unknown>;
export const TagChipFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TagChip" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Tag" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "color" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TagChipFragment, unknown>;
export const ProductSheetFragmentDoc = {
  kind: "Document",
  definitions: [
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductSheet" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "fileSize" } },
          { kind: "Field", name: { kind: "Name", value: "fileHash" } },
          { kind: "Field", name: { kind: "Name", value: "url" } },
          { kind: "Field", name: { kind: "Name", value: "downloadUrl" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "metadata" } },
          { kind: "Field", name: { kind: "Name", value: "hasContentCredentials" } },
          { kind: "Field", name: { kind: "Name", value: "notes" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "tags" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TagChip" } }],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "collections" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "provenance" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "orderId" } },
                { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
                { kind: "Field", name: { kind: "Name", value: "provider" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "parameters" } },
                { kind: "Field", name: { kind: "Name", value: "createdAt" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TagChip" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Tag" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "color" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProductSheetFragment, unknown>;
export const ProvidersDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Providers" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "providers" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProviderFacts" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ModelFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ProviderModel" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "modelId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "family" } },
          { kind: "Field", name: { kind: "Name", value: "modality" } },
          { kind: "Field", name: { kind: "Name", value: "isAvailable" } },
          { kind: "Field", name: { kind: "Name", value: "sunsetAt" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSchema" } },
          { kind: "Field", name: { kind: "Name", value: "capabilities" } },
          { kind: "Field", name: { kind: "Name", value: "pricing" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProviderFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Provider" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "apiBaseUrl" } },
          { kind: "Field", name: { kind: "Name", value: "hasKey" } },
          { kind: "Field", name: { kind: "Name", value: "needsKey" } },
          { kind: "Field", name: { kind: "Name", value: "isLocal" } },
          { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
          { kind: "Field", name: { kind: "Name", value: "sendsNews" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitTokens" } },
          { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
          { kind: "Field", name: { kind: "Name", value: "settings" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "models" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ModelFacts" } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProvidersQuery, ProvidersQueryVariables>;
export const CollectionsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Collections" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "inBin" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Boolean" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
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
            name: { kind: "Name", value: "collections" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "inBin" },
                value: { kind: "Variable", name: { kind: "Name", value: "inBin" } },
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
                      { kind: "FragmentSpread", name: { kind: "Name", value: "CollectionCard" } },
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
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CollectionCard" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Collection" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "coverProductId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "cover" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "productCount" } },
          { kind: "Field", name: { kind: "Name", value: "isPublic" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CollectionsQuery, CollectionsQueryVariables>;
export const CollectionDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Collection" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "CollectionId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "collection" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "CollectionCard" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CollectionCard" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Collection" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "coverProductId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "cover" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "productCount" } },
          { kind: "Field", name: { kind: "Name", value: "isPublic" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CollectionQuery, CollectionQueryVariables>;
export const CollectionProductsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "CollectionProducts" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "filter" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
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
            name: { kind: "Name", value: "products" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "filter" } },
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
                      { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
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
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CollectionProductsQuery, CollectionProductsQueryVariables>;
export const UpdateCollectionDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateCollection" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "CollectionId" } },
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
            type: { kind: "NamedType", name: { kind: "Name", value: "CollectionPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateCollection" },
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
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Collection" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "CollectionCard" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "CollectionConflict" },
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
                              name: { kind: "Name", value: "CollectionCard" },
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
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CollectionCard" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Collection" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "coverProductId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "cover" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "productCount" } },
          { kind: "Field", name: { kind: "Name", value: "isPublic" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateCollectionMutation, UpdateCollectionMutationVariables>;
export const DeleteCollectionDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteCollection" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "CollectionId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteCollection" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "CollectionCard" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CollectionCard" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Collection" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "coverProductId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "cover" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "productCount" } },
          { kind: "Field", name: { kind: "Name", value: "isPublic" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteCollectionMutation, DeleteCollectionMutationVariables>;
export const RestoreCollectionDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RestoreCollection" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "CollectionId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "restoreCollection" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "CollectionCard" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CollectionCard" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Collection" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "coverProductId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "cover" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "productCount" } },
          { kind: "Field", name: { kind: "Name", value: "isPublic" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RestoreCollectionMutation, RestoreCollectionMutationVariables>;
export const MoveInCollectionDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "MoveInCollection" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "CollectionId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "productId" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "before" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ProductId" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "moveInCollection" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "productId" },
                value: { kind: "Variable", name: { kind: "Name", value: "productId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "before" },
                value: { kind: "Variable", name: { kind: "Name", value: "before" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "CollectionCard" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CollectionCard" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Collection" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "coverProductId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "cover" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "productCount" } },
          { kind: "Field", name: { kind: "Name", value: "isPublic" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<MoveInCollectionMutation, MoveInCollectionMutationVariables>;
export const LanesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Lanes" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "lanes" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "LaneFacts" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LaneFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Lane" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "provider" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
                { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
                { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "pending" } },
          { kind: "Field", name: { kind: "Name", value: "running" } },
          { kind: "Field", name: { kind: "Name", value: "failed" } },
          { kind: "Field", name: { kind: "Name", value: "paused" } },
          { kind: "Field", name: { kind: "Name", value: "pausedAt" } },
          { kind: "Field", name: { kind: "Name", value: "waitsUntil" } },
          { kind: "Field", name: { kind: "Name", value: "waitsBecause" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LanesQuery, LanesQueryVariables>;
export const PauseLanesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "PauseLanes" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "providers" } },
          type: {
            kind: "ListType",
            type: {
              kind: "NonNullType",
              type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "pauseLanes" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "providers" },
                value: { kind: "Variable", name: { kind: "Name", value: "providers" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "LaneFacts" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LaneFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Lane" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "provider" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
                { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
                { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "pending" } },
          { kind: "Field", name: { kind: "Name", value: "running" } },
          { kind: "Field", name: { kind: "Name", value: "failed" } },
          { kind: "Field", name: { kind: "Name", value: "paused" } },
          { kind: "Field", name: { kind: "Name", value: "pausedAt" } },
          { kind: "Field", name: { kind: "Name", value: "waitsUntil" } },
          { kind: "Field", name: { kind: "Name", value: "waitsBecause" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PauseLanesMutation, PauseLanesMutationVariables>;
export const ResumeLanesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ResumeLanes" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "providers" } },
          type: {
            kind: "ListType",
            type: {
              kind: "NonNullType",
              type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "resumeLanes" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "providers" },
                value: { kind: "Variable", name: { kind: "Name", value: "providers" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "LaneFacts" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LaneFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Lane" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "provider" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
                { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
                { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "pending" } },
          { kind: "Field", name: { kind: "Name", value: "running" } },
          { kind: "Field", name: { kind: "Name", value: "failed" } },
          { kind: "Field", name: { kind: "Name", value: "paused" } },
          { kind: "Field", name: { kind: "Name", value: "pausedAt" } },
          { kind: "Field", name: { kind: "Name", value: "waitsUntil" } },
          { kind: "Field", name: { kind: "Name", value: "waitsBecause" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ResumeLanesMutation, ResumeLanesMutationVariables>;
export const LineDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Line" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
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
            name: { kind: "Name", value: "line" },
            arguments: [
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
                      { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
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
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LineQuery, LineQueryVariables>;
export const MoveOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "MoveOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
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
          variable: { kind: "Variable", name: { kind: "Name", value: "before" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "priority" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "moveOrder" },
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
                name: { kind: "Name", value: "before" },
                value: { kind: "Variable", name: { kind: "Name", value: "before" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "priority" },
                value: { kind: "Variable", name: { kind: "Name", value: "priority" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "InlineFragment",
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "OrderConflict" },
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
                              name: { kind: "Name", value: "OrderSummary" },
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
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<MoveOrderMutation, MoveOrderMutationVariables>;
export const QueueDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Queue" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "provider" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
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
            name: { kind: "Name", value: "queue" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "provider" },
                value: { kind: "Variable", name: { kind: "Name", value: "provider" } },
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
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "orderId" } },
                      { kind: "Field", name: { kind: "Name", value: "sequenceNumber" } },
                      { kind: "Field", name: { kind: "Name", value: "status" } },
                      { kind: "Field", name: { kind: "Name", value: "prompt" } },
                      { kind: "Field", name: { kind: "Name", value: "provider" } },
                      { kind: "Field", name: { kind: "Name", value: "attempt" } },
                      { kind: "Field", name: { kind: "Name", value: "maxAttempts" } },
                      { kind: "Field", name: { kind: "Name", value: "nextAttemptAt" } },
                      { kind: "Field", name: { kind: "Name", value: "errorCategory" } },
                      { kind: "Field", name: { kind: "Name", value: "errorTitle" } },
                      { kind: "Field", name: { kind: "Name", value: "startedAt" } },
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
} as unknown as DocumentNode<QueueQuery, QueueQueryVariables>;
export const OrdersOnTheFloorDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "OrdersOnTheFloor" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "status" } },
          type: {
            kind: "ListType",
            type: {
              kind: "NonNullType",
              type: { kind: "NamedType", name: { kind: "Name", value: "OrderStatus" } },
            },
          },
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
            name: { kind: "Name", value: "orders" },
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
                      { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
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
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrdersOnTheFloorQuery, OrdersOnTheFloorQueryVariables>;
export const ProductDaysDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ProductDays" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "filter" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "productDays" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "filter" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "day" } },
                { kind: "Field", name: { kind: "Name", value: "count" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProductDaysQuery, ProductDaysQueryVariables>;
export const ProductPageDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ProductPage" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "filter" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
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
            name: { kind: "Name", value: "products" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "filter" } },
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
                      { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
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
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProductPageQuery, ProductPageQueryVariables>;
export const ProductCountsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ProductCounts" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "a" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "b" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "c" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "d" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "e" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "f" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "g" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "h" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductFilter" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            alias: { kind: "Name", value: "a" },
            name: { kind: "Name", value: "productCount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "a" } },
              },
            ],
          },
          {
            kind: "Field",
            alias: { kind: "Name", value: "b" },
            name: { kind: "Name", value: "productCount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "b" } },
              },
            ],
          },
          {
            kind: "Field",
            alias: { kind: "Name", value: "c" },
            name: { kind: "Name", value: "productCount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "c" } },
              },
            ],
          },
          {
            kind: "Field",
            alias: { kind: "Name", value: "d" },
            name: { kind: "Name", value: "productCount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "d" } },
              },
            ],
          },
          {
            kind: "Field",
            alias: { kind: "Name", value: "e" },
            name: { kind: "Name", value: "productCount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "e" } },
              },
            ],
          },
          {
            kind: "Field",
            alias: { kind: "Name", value: "f" },
            name: { kind: "Name", value: "productCount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "f" } },
              },
            ],
          },
          {
            kind: "Field",
            alias: { kind: "Name", value: "g" },
            name: { kind: "Name", value: "productCount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "g" } },
              },
            ],
          },
          {
            kind: "Field",
            alias: { kind: "Name", value: "h" },
            name: { kind: "Name", value: "productCount" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "filter" },
                value: { kind: "Variable", name: { kind: "Name", value: "h" } },
              },
            ],
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProductCountsQuery, ProductCountsQueryVariables>;
export const TagsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Tags" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "tags" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TagChip" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TagChip" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Tag" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "color" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TagsQuery, TagsQueryVariables>;
export const CollectionChoicesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "CollectionChoices" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "collections" },
            arguments: [
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
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "name" } },
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
} as unknown as DocumentNode<CollectionChoicesQuery, CollectionChoicesQueryVariables>;
export const FactoryProjectChoicesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "FactoryProjectChoices" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "projects" },
            arguments: [
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
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "name" } },
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
} as unknown as DocumentNode<FactoryProjectChoicesQuery, FactoryProjectChoicesQueryVariables>;
export const ChangeProductsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ChangeProducts" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "ids" } },
          type: {
            kind: "NonNullType",
            type: {
              kind: "ListType",
              type: {
                kind: "NonNullType",
                type: { kind: "NamedType", name: { kind: "Name", value: "ProductId" } },
              },
            },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "change" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductsChange" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "changeProducts" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "ids" },
                value: { kind: "Variable", name: { kind: "Name", value: "ids" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "change" },
                value: { kind: "Variable", name: { kind: "Name", value: "change" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "changedIds" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "undo" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "ids" } },
                      { kind: "Field", name: { kind: "Name", value: "change" } },
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
} as unknown as DocumentNode<ChangeProductsMutation, ChangeProductsMutationVariables>;
export const PurgeProductsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "PurgeProducts" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "ids" } },
          type: {
            kind: "NonNullType",
            type: {
              kind: "ListType",
              type: {
                kind: "NonNullType",
                type: { kind: "NamedType", name: { kind: "Name", value: "ProductId" } },
              },
            },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "purgeProducts" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "ids" },
                value: { kind: "Variable", name: { kind: "Name", value: "ids" } },
              },
            ],
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PurgeProductsMutation, PurgeProductsMutationVariables>;
export const CreateCollectionDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CreateCollection" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewCollection" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "createCollection" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "CollectionCard" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "CollectionCard" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Collection" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "coverProductId" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "cover" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "productCount" } },
          { kind: "Field", name: { kind: "Name", value: "isPublic" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CreateCollectionMutation, CreateCollectionMutationVariables>;
export const OrderGridDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "OrderGrid" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
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
            name: { kind: "Name", value: "order" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
                { kind: "Field", name: { kind: "Name", value: "axes" } },
                { kind: "Field", name: { kind: "Name", value: "parameters" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "items" },
                  arguments: [
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
                            { kind: "FragmentSpread", name: { kind: "Name", value: "ItemTile" } },
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
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ItemTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "OrderItem" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "sequenceNumber" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "axes" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "attempt" } },
          { kind: "Field", name: { kind: "Name", value: "maxAttempts" } },
          { kind: "Field", name: { kind: "Name", value: "nextAttemptAt" } },
          { kind: "Field", name: { kind: "Name", value: "isExhausted" } },
          { kind: "Field", name: { kind: "Name", value: "errorCategory" } },
          { kind: "Field", name: { kind: "Name", value: "errorTitle" } },
          { kind: "Field", name: { kind: "Name", value: "errorMessage" } },
          { kind: "Field", name: { kind: "Name", value: "errorAction" } },
          { kind: "Field", name: { kind: "Name", value: "startedAt" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "products" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrderGridQuery, OrderGridQueryVariables>;
export const FactoryChangesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "subscription",
      name: { kind: "Name", value: "FactoryChanges" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "orderId" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "factoryChanges" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "orderId" },
                value: { kind: "Variable", name: { kind: "Name", value: "orderId" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "kind" } },
                { kind: "Field", name: { kind: "Name", value: "entity" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "orderId" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FactoryChangesSubscription, FactoryChangesSubscriptionVariables>;
export const LookupsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Lookups" },
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
            name: { kind: "Name", value: "lookups" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "LookupFacts" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LookupFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Lookup" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "values" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "category" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "isSystem" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<LookupsQuery, LookupsQueryVariables>;
export const CreateLookupDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CreateLookup" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewLookup" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "createLookup" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "LookupFacts" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "LookupFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Lookup" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "values" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "category" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "isSystem" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CreateLookupMutation, CreateLookupMutationVariables>;
export const UpdateLookupDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateLookup" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LookupId" } },
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
            type: { kind: "NamedType", name: { kind: "Name", value: "LookupPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateLookup" },
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
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Lookup" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "LookupFacts" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "LookupConflict" },
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
                              name: { kind: "Name", value: "LookupFacts" },
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
      name: { kind: "Name", value: "LookupFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Lookup" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "key" } },
          { kind: "Field", name: { kind: "Name", value: "values" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "category" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "isSystem" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateLookupMutation, UpdateLookupMutationVariables>;
export const DeleteLookupDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteLookup" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "LookupId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteLookup" },
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
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteLookupMutation, DeleteLookupMutationVariables>;
export const ExpandPromptDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ExpandPrompt" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "PromptInput" } },
          },
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
            name: { kind: "Name", value: "expandPrompt" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "input" },
                value: { kind: "Variable", name: { kind: "Name", value: "input" } },
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
                { kind: "Field", name: { kind: "Name", value: "count" } },
                { kind: "Field", name: { kind: "Name", value: "combinations" } },
                { kind: "Field", name: { kind: "Name", value: "duplicatesRemoved" } },
                { kind: "Field", name: { kind: "Name", value: "limit" } },
                { kind: "Field", name: { kind: "Name", value: "images" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "items" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "index" } },
                      { kind: "Field", name: { kind: "Name", value: "prompt" } },
                      { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
                      { kind: "Field", name: { kind: "Name", value: "parameters" } },
                      { kind: "Field", name: { kind: "Name", value: "axes" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "axes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                      { kind: "Field", name: { kind: "Name", value: "size" } },
                      { kind: "Field", name: { kind: "Name", value: "drawn" } },
                      { kind: "Field", name: { kind: "Name", value: "values" } },
                      { kind: "Field", name: { kind: "Name", value: "field" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "warnings" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "message" } },
                      { kind: "Field", name: { kind: "Name", value: "field" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "errors" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "code" } },
                      { kind: "Field", name: { kind: "Name", value: "message" } },
                      { kind: "Field", name: { kind: "Name", value: "field" } },
                      { kind: "Field", name: { kind: "Name", value: "start" } },
                      { kind: "Field", name: { kind: "Name", value: "end" } },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
                { kind: "Field", name: { kind: "Name", value: "currency" } },
                { kind: "Field", name: { kind: "Name", value: "pricedAt" } },
                { kind: "Field", name: { kind: "Name", value: "estimatedSeconds" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ExpandPromptQuery, ExpandPromptQueryVariables>;
export const PlaceOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "PlaceOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewOrder" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "placeOrder" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderDetail" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderDetail" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "syntax" } },
          { kind: "Field", name: { kind: "Name", value: "seed" } },
          { kind: "Field", name: { kind: "Name", value: "sample" } },
          { kind: "Field", name: { kind: "Name", value: "axes" } },
          { kind: "Field", name: { kind: "Name", value: "budget" } },
          { kind: "Field", name: { kind: "Name", value: "templateId" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PlaceOrderMutation, PlaceOrderMutationVariables>;
export const OrderToEditDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "OrderToEdit" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "order" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderDetail" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderDetail" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "syntax" } },
          { kind: "Field", name: { kind: "Name", value: "seed" } },
          { kind: "Field", name: { kind: "Name", value: "sample" } },
          { kind: "Field", name: { kind: "Name", value: "axes" } },
          { kind: "Field", name: { kind: "Name", value: "budget" } },
          { kind: "Field", name: { kind: "Name", value: "templateId" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrderToEditQuery, OrderToEditQueryVariables>;
export const OrdersDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Orders" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "ProjectId" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "status" } },
          type: {
            kind: "ListType",
            type: {
              kind: "NonNullType",
              type: { kind: "NamedType", name: { kind: "Name", value: "OrderStatus" } },
            },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "search" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
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
            name: { kind: "Name", value: "orders" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "projectId" },
                value: { kind: "Variable", name: { kind: "Name", value: "projectId" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "status" },
                value: { kind: "Variable", name: { kind: "Name", value: "status" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "search" },
                value: { kind: "Variable", name: { kind: "Name", value: "search" } },
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
                      { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
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
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrdersQuery, OrdersQueryVariables>;
export const OrderPageDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "OrderPage" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "order" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderDetail" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderDetail" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "syntax" } },
          { kind: "Field", name: { kind: "Name", value: "seed" } },
          { kind: "Field", name: { kind: "Name", value: "sample" } },
          { kind: "Field", name: { kind: "Name", value: "axes" } },
          { kind: "Field", name: { kind: "Name", value: "budget" } },
          { kind: "Field", name: { kind: "Name", value: "templateId" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrderPageQuery, OrderPageQueryVariables>;
export const OrderItemsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "OrderItems" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "status" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "OrderItemStatus" } },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
          },
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
            name: { kind: "Name", value: "order" },
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
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "items" },
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
                            { kind: "FragmentSpread", name: { kind: "Name", value: "ItemTile" } },
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
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ItemTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "OrderItem" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "sequenceNumber" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "axes" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "attempt" } },
          { kind: "Field", name: { kind: "Name", value: "maxAttempts" } },
          { kind: "Field", name: { kind: "Name", value: "nextAttemptAt" } },
          { kind: "Field", name: { kind: "Name", value: "isExhausted" } },
          { kind: "Field", name: { kind: "Name", value: "errorCategory" } },
          { kind: "Field", name: { kind: "Name", value: "errorTitle" } },
          { kind: "Field", name: { kind: "Name", value: "errorMessage" } },
          { kind: "Field", name: { kind: "Name", value: "errorAction" } },
          { kind: "Field", name: { kind: "Name", value: "startedAt" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "products" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrderItemsQuery, OrderItemsQueryVariables>;
export const ItemLogDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "ItemLog" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderItemId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "orderItem" },
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
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "providerRequestId" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "logs" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "__typename" } },
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "attempt" } },
                      { kind: "Field", name: { kind: "Name", value: "level" } },
                      { kind: "Field", name: { kind: "Name", value: "message" } },
                      { kind: "Field", name: { kind: "Name", value: "request" } },
                      { kind: "Field", name: { kind: "Name", value: "response" } },
                      { kind: "Field", name: { kind: "Name", value: "createdAt" } },
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
} as unknown as DocumentNode<ItemLogQuery, ItemLogQueryVariables>;
export const PauseOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "PauseOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "pauseOrder" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PauseOrderMutation, PauseOrderMutationVariables>;
export const ResumeOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "ResumeOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "resumeOrder" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ResumeOrderMutation, ResumeOrderMutationVariables>;
export const CancelOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CancelOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "cancelOrder" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CancelOrderMutation, CancelOrderMutationVariables>;
export const RetryOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RetryOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "retryOrder" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RetryOrderMutation, RetryOrderMutationVariables>;
export const SetOrderPriorityDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "SetOrderPriority" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "priority" } },
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
            name: { kind: "Name", value: "setOrderPriority" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "priority" },
                value: { kind: "Variable", name: { kind: "Name", value: "priority" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SetOrderPriorityMutation, SetOrderPriorityMutationVariables>;
export const DeleteOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteOrder" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteOrderMutation, DeleteOrderMutationVariables>;
export const RestoreOrderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RestoreOrder" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "restoreOrder" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "OrderSummary" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "OrderSummary" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Order" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "quantity" } },
          { kind: "Field", name: { kind: "Name", value: "expandedCount" } },
          { kind: "Field", name: { kind: "Name", value: "completedCount" } },
          { kind: "Field", name: { kind: "Name", value: "failedCount" } },
          { kind: "Field", name: { kind: "Name", value: "priority" } },
          { kind: "Field", name: { kind: "Name", value: "estimatedCost" } },
          { kind: "Field", name: { kind: "Name", value: "reservedCost" } },
          { kind: "Field", name: { kind: "Name", value: "settledCost" } },
          { kind: "Field", name: { kind: "Name", value: "currency" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RestoreOrderMutation, RestoreOrderMutationVariables>;
export const CancelOrderItemDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CancelOrderItem" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderItemId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "cancelOrderItem" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ItemTile" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ItemTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "OrderItem" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "sequenceNumber" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "axes" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "attempt" } },
          { kind: "Field", name: { kind: "Name", value: "maxAttempts" } },
          { kind: "Field", name: { kind: "Name", value: "nextAttemptAt" } },
          { kind: "Field", name: { kind: "Name", value: "isExhausted" } },
          { kind: "Field", name: { kind: "Name", value: "errorCategory" } },
          { kind: "Field", name: { kind: "Name", value: "errorTitle" } },
          { kind: "Field", name: { kind: "Name", value: "errorMessage" } },
          { kind: "Field", name: { kind: "Name", value: "errorAction" } },
          { kind: "Field", name: { kind: "Name", value: "startedAt" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "products" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CancelOrderItemMutation, CancelOrderItemMutationVariables>;
export const RetryOrderItemDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RetryOrderItem" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderItemId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "retryOrderItem" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ItemTile" } }],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ItemTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "OrderItem" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "sequenceNumber" } },
          { kind: "Field", name: { kind: "Name", value: "status" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "axes" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "attempt" } },
          { kind: "Field", name: { kind: "Name", value: "maxAttempts" } },
          { kind: "Field", name: { kind: "Name", value: "nextAttemptAt" } },
          { kind: "Field", name: { kind: "Name", value: "isExhausted" } },
          { kind: "Field", name: { kind: "Name", value: "errorCategory" } },
          { kind: "Field", name: { kind: "Name", value: "errorTitle" } },
          { kind: "Field", name: { kind: "Name", value: "errorMessage" } },
          { kind: "Field", name: { kind: "Name", value: "errorAction" } },
          { kind: "Field", name: { kind: "Name", value: "startedAt" } },
          { kind: "Field", name: { kind: "Name", value: "completedAt" } },
          { kind: "Field", name: { kind: "Name", value: "cost" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "products" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RetryOrderItemMutation, RetryOrderItemMutationVariables>;
export const CancelAllOrdersDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CancelAllOrders" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [{ kind: "Field", name: { kind: "Name", value: "cancelAllOrders" } }],
      },
    },
  ],
} as unknown as DocumentNode<CancelAllOrdersMutation, CancelAllOrdersMutationVariables>;
export const UpdateProviderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateProvider" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
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
            type: { kind: "NamedType", name: { kind: "Name", value: "ProviderPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateProvider" },
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
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Provider" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "ProviderFacts" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "ProviderConflict" },
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
                              name: { kind: "Name", value: "ProviderFacts" },
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
      name: { kind: "Name", value: "ModelFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ProviderModel" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "modelId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "family" } },
          { kind: "Field", name: { kind: "Name", value: "modality" } },
          { kind: "Field", name: { kind: "Name", value: "isAvailable" } },
          { kind: "Field", name: { kind: "Name", value: "sunsetAt" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSchema" } },
          { kind: "Field", name: { kind: "Name", value: "capabilities" } },
          { kind: "Field", name: { kind: "Name", value: "pricing" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProviderFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Provider" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "apiBaseUrl" } },
          { kind: "Field", name: { kind: "Name", value: "hasKey" } },
          { kind: "Field", name: { kind: "Name", value: "needsKey" } },
          { kind: "Field", name: { kind: "Name", value: "isLocal" } },
          { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
          { kind: "Field", name: { kind: "Name", value: "sendsNews" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitTokens" } },
          { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
          { kind: "Field", name: { kind: "Name", value: "settings" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "models" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ModelFacts" } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateProviderMutation, UpdateProviderMutationVariables>;
export const SetProviderKeyDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "SetProviderKey" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "String" } },
          },
        },
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
            name: { kind: "Name", value: "setProviderKey" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "key" },
                value: { kind: "Variable", name: { kind: "Name", value: "key" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProviderFacts" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ModelFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ProviderModel" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "modelId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "family" } },
          { kind: "Field", name: { kind: "Name", value: "modality" } },
          { kind: "Field", name: { kind: "Name", value: "isAvailable" } },
          { kind: "Field", name: { kind: "Name", value: "sunsetAt" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSchema" } },
          { kind: "Field", name: { kind: "Name", value: "capabilities" } },
          { kind: "Field", name: { kind: "Name", value: "pricing" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProviderFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Provider" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "apiBaseUrl" } },
          { kind: "Field", name: { kind: "Name", value: "hasKey" } },
          { kind: "Field", name: { kind: "Name", value: "needsKey" } },
          { kind: "Field", name: { kind: "Name", value: "isLocal" } },
          { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
          { kind: "Field", name: { kind: "Name", value: "sendsNews" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitTokens" } },
          { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
          { kind: "Field", name: { kind: "Name", value: "settings" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "models" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ModelFacts" } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SetProviderKeyMutation, SetProviderKeyMutationVariables>;
export const RemoveProviderKeyDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "RemoveProviderKey" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
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
            name: { kind: "Name", value: "removeProviderKey" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProviderFacts" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ModelFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ProviderModel" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "modelId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "family" } },
          { kind: "Field", name: { kind: "Name", value: "modality" } },
          { kind: "Field", name: { kind: "Name", value: "isAvailable" } },
          { kind: "Field", name: { kind: "Name", value: "sunsetAt" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSchema" } },
          { kind: "Field", name: { kind: "Name", value: "capabilities" } },
          { kind: "Field", name: { kind: "Name", value: "pricing" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProviderFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Provider" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "apiBaseUrl" } },
          { kind: "Field", name: { kind: "Name", value: "hasKey" } },
          { kind: "Field", name: { kind: "Name", value: "needsKey" } },
          { kind: "Field", name: { kind: "Name", value: "isLocal" } },
          { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
          { kind: "Field", name: { kind: "Name", value: "sendsNews" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitTokens" } },
          { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
          { kind: "Field", name: { kind: "Name", value: "settings" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "models" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ModelFacts" } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RemoveProviderKeyMutation, RemoveProviderKeyMutationVariables>;
export const CheckProviderDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CheckProvider" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
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
            name: { kind: "Name", value: "checkProvider" },
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
                { kind: "Field", name: { kind: "Name", value: "isOk" } },
                { kind: "Field", name: { kind: "Name", value: "message" } },
                { kind: "Field", name: { kind: "Name", value: "millis" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CheckProviderMutation, CheckProviderMutationVariables>;
export const SyncProviderModelsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "SyncProviderModels" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
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
            name: { kind: "Name", value: "syncProviderModels" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProviderFacts" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ModelFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "ProviderModel" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "modelId" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "family" } },
          { kind: "Field", name: { kind: "Name", value: "modality" } },
          { kind: "Field", name: { kind: "Name", value: "isAvailable" } },
          { kind: "Field", name: { kind: "Name", value: "sunsetAt" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSchema" } },
          { kind: "Field", name: { kind: "Name", value: "capabilities" } },
          { kind: "Field", name: { kind: "Name", value: "pricing" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProviderFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Provider" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "apiBaseUrl" } },
          { kind: "Field", name: { kind: "Name", value: "hasKey" } },
          { kind: "Field", name: { kind: "Name", value: "needsKey" } },
          { kind: "Field", name: { kind: "Name", value: "isLocal" } },
          { kind: "Field", name: { kind: "Name", value: "isEnabled" } },
          { kind: "Field", name: { kind: "Name", value: "sendsNews" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitRequests" } },
          { kind: "Field", name: { kind: "Name", value: "rateLimitTokens" } },
          { kind: "Field", name: { kind: "Name", value: "concurrentLimit" } },
          { kind: "Field", name: { kind: "Name", value: "settings" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "models" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "ModelFacts" } }],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SyncProviderModelsMutation, SyncProviderModelsMutationVariables>;
export const FactorySettingsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "FactorySettings" },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "factorySettings" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "key" } },
                { kind: "Field", name: { kind: "Name", value: "value" } },
                { kind: "Field", name: { kind: "Name", value: "description" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FactorySettingsQuery, FactorySettingsQueryVariables>;
export const UpdateFactorySettingDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateFactorySetting" },
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
          variable: { kind: "Variable", name: { kind: "Name", value: "value" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "JSON" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateFactorySetting" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "key" },
                value: { kind: "Variable", name: { kind: "Name", value: "key" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "value" },
                value: { kind: "Variable", name: { kind: "Name", value: "value" } },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "key" } },
                { kind: "Field", name: { kind: "Name", value: "value" } },
                { kind: "Field", name: { kind: "Name", value: "description" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateFactorySettingMutation, UpdateFactorySettingMutationVariables>;
export const OrderTemplatesDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "OrderTemplates" },
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
            name: { kind: "Name", value: "orderTemplates" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "TemplateFacts" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TemplateFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "OrderTemplate" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSet" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "isGlobal" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OrderTemplatesQuery, OrderTemplatesQueryVariables>;
export const CreateOrderTemplateDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "CreateOrderTemplate" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "input" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "NewOrderTemplate" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "createOrderTemplate" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "TemplateFacts" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TemplateFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "OrderTemplate" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSet" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "isGlobal" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CreateOrderTemplateMutation, CreateOrderTemplateMutationVariables>;
export const UpdateOrderTemplateDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateOrderTemplate" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderTemplateId" } },
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
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderTemplatePatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateOrderTemplate" },
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
                    name: { kind: "Name", value: "OrderTemplate" },
                  },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "TemplateFacts" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "OrderTemplateConflict" },
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
                              name: { kind: "Name", value: "TemplateFacts" },
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
      name: { kind: "Name", value: "TemplateFacts" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "OrderTemplate" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "description" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "parameterSet" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "isGlobal" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateOrderTemplateMutation, UpdateOrderTemplateMutationVariables>;
export const DeleteOrderTemplateDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "DeleteOrderTemplate" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "OrderTemplateId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "deleteOrderTemplate" },
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
                { kind: "Field", name: { kind: "Name", value: "__typename" } },
                { kind: "Field", name: { kind: "Name", value: "id" } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DeleteOrderTemplateMutation, DeleteOrderTemplateMutationVariables>;
export const ProductDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Product" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "product" },
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
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductSheet" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TagChip" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Tag" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "color" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductSheet" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "fileSize" } },
          { kind: "Field", name: { kind: "Name", value: "fileHash" } },
          { kind: "Field", name: { kind: "Name", value: "url" } },
          { kind: "Field", name: { kind: "Name", value: "downloadUrl" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "metadata" } },
          { kind: "Field", name: { kind: "Name", value: "hasContentCredentials" } },
          { kind: "Field", name: { kind: "Name", value: "notes" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "tags" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TagChip" } }],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "collections" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "provenance" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "orderId" } },
                { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
                { kind: "Field", name: { kind: "Name", value: "provider" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "parameters" } },
                { kind: "Field", name: { kind: "Name", value: "createdAt" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProductQuery, ProductQueryVariables>;
export const SimilarProductsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "SimilarProducts" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductId" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "similarProducts" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "id" },
                value: { kind: "Variable", name: { kind: "Name", value: "id" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "IntValue", value: "24" },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SimilarProductsQuery, SimilarProductsQueryVariables>;
export const UpdateProductDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "mutation",
      name: { kind: "Name", value: "UpdateProduct" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "id" } },
          type: {
            kind: "NonNullType",
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductId" } },
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
            type: { kind: "NamedType", name: { kind: "Name", value: "ProductPatch" } },
          },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "updateProduct" },
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
                  typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "FragmentSpread", name: { kind: "Name", value: "ProductSheet" } },
                    ],
                  },
                },
                {
                  kind: "InlineFragment",
                  typeCondition: {
                    kind: "NamedType",
                    name: { kind: "Name", value: "ProductConflict" },
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
                              name: { kind: "Name", value: "ProductSheet" },
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
      name: { kind: "Name", value: "ProductTile" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "type" } },
          { kind: "Field", name: { kind: "Name", value: "mimeType" } },
          { kind: "Field", name: { kind: "Name", value: "width" } },
          { kind: "Field", name: { kind: "Name", value: "height" } },
          { kind: "Field", name: { kind: "Name", value: "duration" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "thumbnails" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "small" } },
                { kind: "Field", name: { kind: "Name", value: "medium" } },
                { kind: "Field", name: { kind: "Name", value: "large" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "thumbhash" } },
          { kind: "Field", name: { kind: "Name", value: "prompt" } },
          { kind: "Field", name: { kind: "Name", value: "orderId" } },
          { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
          { kind: "Field", name: { kind: "Name", value: "liked" } },
          { kind: "Field", name: { kind: "Name", value: "rating" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
          { kind: "Field", name: { kind: "Name", value: "createdAt" } },
          { kind: "Field", name: { kind: "Name", value: "deletedAt" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "TagChip" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Tag" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "Field", name: { kind: "Name", value: "__typename" } },
          { kind: "Field", name: { kind: "Name", value: "id" } },
          { kind: "Field", name: { kind: "Name", value: "name" } },
          { kind: "Field", name: { kind: "Name", value: "color" } },
          { kind: "Field", name: { kind: "Name", value: "usageCount" } },
          { kind: "Field", name: { kind: "Name", value: "version" } },
        ],
      },
    },
    {
      kind: "FragmentDefinition",
      name: { kind: "Name", value: "ProductSheet" },
      typeCondition: { kind: "NamedType", name: { kind: "Name", value: "Product" } },
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          { kind: "FragmentSpread", name: { kind: "Name", value: "ProductTile" } },
          { kind: "Field", name: { kind: "Name", value: "projectId" } },
          { kind: "Field", name: { kind: "Name", value: "fileSize" } },
          { kind: "Field", name: { kind: "Name", value: "fileHash" } },
          { kind: "Field", name: { kind: "Name", value: "url" } },
          { kind: "Field", name: { kind: "Name", value: "downloadUrl" } },
          { kind: "Field", name: { kind: "Name", value: "negativePrompt" } },
          { kind: "Field", name: { kind: "Name", value: "provider" } },
          { kind: "Field", name: { kind: "Name", value: "model" } },
          { kind: "Field", name: { kind: "Name", value: "parameters" } },
          { kind: "Field", name: { kind: "Name", value: "metadata" } },
          { kind: "Field", name: { kind: "Name", value: "hasContentCredentials" } },
          { kind: "Field", name: { kind: "Name", value: "notes" } },
          {
            kind: "Field",
            name: { kind: "Name", value: "tags" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [{ kind: "FragmentSpread", name: { kind: "Name", value: "TagChip" } }],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "collections" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "id" } },
                { kind: "Field", name: { kind: "Name", value: "name" } },
                { kind: "Field", name: { kind: "Name", value: "version" } },
              ],
            },
          },
          {
            kind: "Field",
            name: { kind: "Name", value: "provenance" },
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                { kind: "Field", name: { kind: "Name", value: "orderId" } },
                { kind: "Field", name: { kind: "Name", value: "orderItemId" } },
                { kind: "Field", name: { kind: "Name", value: "provider" } },
                { kind: "Field", name: { kind: "Name", value: "model" } },
                { kind: "Field", name: { kind: "Name", value: "parameters" } },
                { kind: "Field", name: { kind: "Name", value: "createdAt" } },
              ],
            },
          },
          { kind: "Field", name: { kind: "Name", value: "updatedAt" } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UpdateProductMutation, UpdateProductMutationVariables>;
