"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import type { Problem } from "@/problem/problem";
import { accounts as base } from "./accounts";
import { call } from "./client";
import { noteSignedIn } from "./hint";
import { pendingToken, type SignedIn } from "./signing-in";

interface SignInOptions {
  sign_up: boolean;
  password_reset_by_mail: boolean;
  issuers: { id: string; name: string; start: string }[];
}

/** The ways to sign in on this server. */
export function useSignInOptions() {
  return useQuery<SignInOptions, Problem>({
    queryKey: ["sign-in-options"],
    queryFn: () => call("GET", `${base}/sign-in-options`),
  });
}

interface Step {
  token: string;
  code: string;
}

export function useSecondStep() {
  return useMutation<SignedIn, Problem, Step>({
    mutationFn: (step) => call("POST", `${base}/sign-in/second-step`, step),
    onSuccess: () => noteSignedIn(true),
  });
}

interface Link {
  token: string;
  password: string;
}

/** Ties what an issuer calls somebody to the account with the same email. */
export function useLinkAccount() {
  return useMutation<SignedIn, Problem, Link>({
    mutationFn: (link) => call("POST", `${base}/oidc/link`, link),
    onSuccess: (outcome) => {
      if (pendingToken(outcome) === null) noteSignedIn(true);
    },
  });
}

export function useRequestReset() {
  return useMutation<unknown, Problem, { email: string }>({
    mutationFn: (request) => call("POST", `${base}/password-reset`, request),
  });
}

interface NewPassword {
  token: string;
  new_password: string;
}

export function useCompleteReset() {
  return useMutation<void, Problem, NewPassword>({
    mutationFn: (password) => call("POST", `${base}/password-reset/complete`, password),
  });
}
