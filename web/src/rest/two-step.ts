"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Problem } from "@/problem/problem";
import { accounts } from "./accounts";
import { call } from "./client";

const base = `${accounts}/two-step`;
const key = ["two-step"];

interface TwoStepStatus {
  on: boolean;
  since: string | null;
  recovery_codes_left: number;
}

interface Enrolment {
  secret: string;
  uri: string;
  qr_svg: string;
}

interface RecoveryCodes {
  recovery_codes: string[];
}

interface Proof {
  password: string;
  code: string;
}

export function useTwoStep() {
  return useQuery<TwoStepStatus, Problem>({ queryKey: key, queryFn: () => call("GET", base) });
}

/** Reads the state anew, once what was shown once is put away. */
export function useForgetTwoStep() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: key });
}

export function useEnrol() {
  return useMutation<Enrolment, Problem, { password: string }>({
    mutationFn: (proof) => call("POST", `${base}/enrol`, proof),
    gcTime: 0,
  });
}

export function useConfirm() {
  return useMutation<RecoveryCodes, Problem, { code: string }>({
    mutationFn: (proof) => call("POST", `${base}/confirm`, proof),
    gcTime: 0,
  });
}

export function useDisable() {
  return useMutation<void, Problem, Proof>({
    mutationFn: (proof) => call("POST", `${base}/disable`, proof),
  });
}

export function useRenewRecoveryCodes() {
  return useMutation<RecoveryCodes, Problem, Proof>({
    mutationFn: (proof) => call("POST", `${base}/recovery-codes`, proof),
    gcTime: 0,
  });
}
