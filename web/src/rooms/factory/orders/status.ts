import type {
  OrderItemStatus,
  OrderStatus,
  OrderSummaryFragment,
} from "@/graphql/generated/factory/graphql";

export type Order = OrderSummaryFragment;
export type { OrderItemStatus, OrderStatus };

/** How an order's state is called, in the order of the filter. */
export const orderStatuses: readonly { value: OrderStatus; label: string }[] = [
  { value: "PENDING", label: "Waiting" },
  { value: "PROCESSING", label: "Being made" },
  { value: "PAUSED", label: "Paused" },
  { value: "FULFILLED", label: "Done" },
  { value: "PARTIALLY_FULFILLED", label: "Partly done" },
  { value: "FAILED", label: "Failed" },
  { value: "CANCELLED", label: "Cancelled" },
  { value: "DRAFT", label: "Draft" },
];

export function orderLabel(status: OrderStatus): string {
  return orderStatuses.find(({ value }) => value === status)?.label ?? status;
}

export const itemStatuses: readonly { value: OrderItemStatus; label: string }[] = [
  { value: "PENDING", label: "Waiting" },
  { value: "CLAIMED", label: "About to be sent" },
  { value: "SUBMITTED", label: "Sent" },
  { value: "GENERATING", label: "Being made" },
  { value: "COMPLETE", label: "Done" },
  { value: "FAILED", label: "Failed" },
  { value: "CANCELLED", label: "Cancelled" },
];

export function itemLabel(status: OrderItemStatus): string {
  return itemStatuses.find(({ value }) => value === status)?.label ?? status;
}

export function orderLook(status: OrderStatus): "line" | "accent" | "caution" {
  if (status === "PROCESSING") return "accent";
  return ["FAILED", "PARTIALLY_FULFILLED", "PAUSED"].includes(status) ? "caution" : "line";
}

/** What can be done with an order in its state. */
export function possible({ status, failedCount }: Pick<Order, "status" | "failedCount">) {
  const isOpen = status === "PENDING" || status === "PROCESSING";
  const isOver = ["FULFILLED", "PARTIALLY_FULFILLED", "FAILED", "CANCELLED"].includes(status);
  return {
    pause: isOpen,
    resume: status === "PAUSED",
    cancel: isOpen || status === "PAUSED" || status === "DRAFT",
    retry: failedCount > 0 || status === "CANCELLED",
    remove: isOver,
    /** It waits its turn, so that its priority means something. */
    prioritise: isOpen || status === "PAUSED",
  };
}

export function canCancelItem(status: OrderItemStatus): boolean {
  return ["PENDING", "CLAIMED", "SUBMITTED", "GENERATING"].includes(status);
}

export function canRetryItem(status: OrderItemStatus): boolean {
  return status === "FAILED" || status === "CANCELLED";
}

/** How far an order is, in hundredths: what failed is over as well. */
export function progressOf({
  expandedCount,
  completedCount,
  failedCount,
}: Pick<Order, "expandedCount" | "completedCount" | "failedCount">): number {
  if (expandedCount === 0) return 0;
  return Math.min(100, Math.floor(((completedCount + failedCount) / expandedCount) * 100));
}
