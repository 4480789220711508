import { clsx } from "clsx";

/**
 * Joins class names. Nothing is taken out: where two looks exclude each other a component has a
 * prop for them, because which of two classes of one kind wins isn't seen at the place of use.
 */
export const cn = clsx;
