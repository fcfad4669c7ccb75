# Tries an installed WRES Planner: its command line, its window, and that a plan is opened by a double click.
param([Parameter(Mandatory)] [string] $Program)
$ErrorActionPreference = 'Stop'

function Assert($holds, $what) {
  if (-not $holds) { throw "Not so: $what" }
  "ok  $what"
}

Assert (Test-Path $Program) "$Program is there"
$plan = Join-Path $env:RUNNER_TEMP "Smoke test $(Get-Random).wresplan"
$made = Start-Process $Program -ArgumentList 'import', "`"$PWD\assets\sample-plan.json`"", "`"$plan`"" -Wait -PassThru
Assert ($made.ExitCode -eq 0 -and (Test-Path $plan)) 'a plan is made from the command line'
$verified = Start-Process $Program -ArgumentList 'verify', "`"$plan`"" -Wait -PassThru
Assert ($verified.ExitCode -eq 0) 'and is whole'

$class = (Get-ItemProperty 'Registry::HKEY_CLASSES_ROOT\.wresplan').'(default)'
$command = (Get-ItemProperty "Registry::HKEY_CLASSES_ROOT\$class\shell\open\command").'(default)'
Assert ($command -like "*$Program*") '.wresplan belongs to it'

Start-Process $plan
$deadline = (Get-Date).AddSeconds(60)
do {
  Start-Sleep -Milliseconds 500
  $window = Get-Process 'WRES Planner' -ErrorAction SilentlyContinue | Where-Object MainWindowTitle -like '*– WRES Planner'
} until ($window -or (Get-Date) -gt $deadline)
Assert $window 'a double click opens the plan in its window'
$ports = Get-NetTCPConnection -OwningProcess (Get-Process 'WRES Planner').Id -ErrorAction SilentlyContinue
Assert (-not $ports) 'it has no connection and listens on no port'
$window.CloseMainWindow() | Out-Null
Assert ($window.WaitForExit(20000)) 'and its window closes'
