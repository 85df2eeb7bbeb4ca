//! The tools that open a lock are among the files that have to be there.
use super::*;

const PASSCODE: &str = "three plain words";

async fn unlock(stage: &Stage) -> Result<()> {
    stage.heading("Locked").await?;
    stage.type_into("Passcode", PASSCODE).await?;
    stage.tap("Open").await?;
    stage.within("Also").sees("A first thing").await
}

pub(crate) async fn a_locked_diary_needs_its_tools(engine: Engine) -> Result<()> {
    let mut stage = Stage::on(engine).await?;
    stage.start().await?;
    stage.log_first().await?;
    stage.is_ready_offline().await?;
    stage.set_lock(PASSCODE).await?;
    stage.tools_are_kept().await?;
    look(&stage, WORKS).await?;
    stage.offline().await?;
    lose(&stage, "tools-").await?;
    look(&stage, NEEDS).await?;
    stage.online().await?;
    look(&stage, WORKS).await?;
    stage.tools_are_kept().await?;
    stage.offline().await?;
    stage.restart().await?;
    stage.open("").await?;
    unlock(&stage).await
}
