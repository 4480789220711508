//! Who may do what.

atelier_base::actions! {
    /// Puts records and logs into cold storage and brings them back.
    ArchiveJournal = "journal.archive" for [Owner, Member];
    /// Asks for approval of a brief and records what was decided.
    DecideApproval = "approval.decide" for [Owner, Member];
    /// Deletes what lies in cold storage for good.
    DeleteArchived = "archive.delete" for [Owner];
    /// Deletes an asset and its files.
    DeleteAsset = "asset.delete" for [Owner, Member];
    /// Deletes an inspiration.
    DeleteInspiration = "inspiration.delete" for [Owner, Member];
    /// Deletes a log.
    DeleteLog = "log.delete" for [Owner, Member];
    /// Deletes a milestone.
    DeleteMilestone = "milestone.delete" for [Owner, Member];
    /// Deletes a recording and its sound.
    DeleteRecording = "recording.delete" for [Owner, Member];
    /// Adds, describes and links assets.
    EditAsset = "asset.edit" for [Owner, Member];
    /// Writes a new version of a brief.
    EditBrief = "brief.edit" for [Owner, Member];
    /// Changes the field library.
    EditFields = "field.edit" for [Owner, Member];
    /// Gathers inspiration, changes and converts it.
    EditInspiration = "inspiration.edit" for [Owner, Member];
    /// Writes, confirms and changes logs.
    EditLog = "log.edit" for [Owner, Member];
    /// Makes and changes milestones.
    EditMilestone = "milestone.edit" for [Owner, Member];
    /// Makes and changes art records.
    EditRecord = "record.edit" for [Owner, Member];
    /// Changes the journal's settings.
    EditSettings = "journal.settings" for [Owner];
    /// Teaches words, and makes them forgotten.
    EditTerms = "term.edit" for [Owner, Member];
    /// Sees the journal.
    ReadJournal = "journal.read" for [Owner, Member, Viewer];
    /// Records sound and has it transcribed.
    Record = "recording.edit" for [Owner, Member];
}
