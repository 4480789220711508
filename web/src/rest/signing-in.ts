"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import type { Problem } from "@/problem/problem";
import { accounts as base } from "./accounts";
import { call } from "./client";
import { noteSignedIn, wasSignedIn } from "./hint";

interface Session {
  user_id: string;
  expires_at: string;
}

interface NewAccount {
  email: string;
  username: string;
  name: string;
  password: string;
}

interface Credentials {
  /** Email or username. */
  login: string;
  password: string;
}

export function useSignUp() {
  return useMutation<Session, Problem, NewAccount>({
    mutationFn: (account) => call("POST", `${base}/sign-up`, account),
    onSuccess: () => noteSignedIn(true),
  });
}

export function useSignIn() {
  return useMutation<Session, Problem, Credentials>({
    mutationFn: (credentials) => call("POST", `${base}/sign-in`, credentials),
    onSuccess: () => noteSignedIn(true),
  });
}

/** Whether this browser is signed in already; never cached, since another tab may sign out. */
export function useIsSignedIn(): boolean {
  const session = useQuery<Session, Problem>({
    queryKey: ["session"],
    queryFn: () => call("GET", `${base}/session`),
    retry: false,
    // Not while the page is being exported, where there is no browser to remember anything.
    enabled: typeof window !== "undefined" && wasSignedIn(),
    gcTime: 0,
  });
  return session.isSuccess;
}
