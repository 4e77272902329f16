; The installer for one user, without administrator: makensis -DVERSION=… -DFOLDER=… -DOUT=… shopphone.nsi
; It removes what it brought and nothing else: the shop's own files lie in %LOCALAPPDATA%\shopphone.
Unicode true
!include "MUI2.nsh"
Name "shopphone"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\shopphone"
InstallDirRegKey HKCU "Software\shopphone" "InstallDir"
RequestExecutionLevel user
SetCompressor /SOLID zlib
!define KEY_UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\shopphone"
!define KEY_LINK "Software\Classes\shopphone.tel"
!define KEY_ABLE "Software\shopphone\Capabilities"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\shopphone.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"

Section
  ; an older version's parts must not stay beside the new ones
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\shopphone.lnk" "$INSTDIR\shopphone.exe"
  WriteRegStr HKCU "Software\shopphone" "InstallDir" "$INSTDIR"
  ; offered for tel: links; which program opens them is chosen in Windows' settings
  WriteRegStr HKCU "${KEY_LINK}" "" "shopphone"
  WriteRegStr HKCU "${KEY_LINK}\shell\open\command" "" '"$INSTDIR\shopphone.exe" "%1"'
  WriteRegStr HKCU "${KEY_ABLE}" "ApplicationName" "shopphone"
  WriteRegStr HKCU "${KEY_ABLE}\UrlAssociations" "tel" "shopphone.tel"
  WriteRegStr HKCU "${KEY_ABLE}\UrlAssociations" "callto" "shopphone.tel"
  WriteRegStr HKCU "${KEY_ABLE}\UrlAssociations" "sip" "shopphone.tel"
  WriteRegStr HKCU "Software\RegisteredApplications" "shopphone" "${KEY_ABLE}"
  WriteRegStr HKCU "${KEY_UNINSTALL}" "DisplayName" "shopphone"
  WriteRegStr HKCU "${KEY_UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY_UNINSTALL}" "DisplayIcon" "$INSTDIR\shopphone.exe"
  WriteRegStr HKCU "${KEY_UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
SectionEnd

Section "Uninstall"
  ; by name, so that a folder of the user's with more in it keeps the rest
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\shopphone.exe"
  Delete "$INSTDIR\shopphone-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\shopphone.lnk"
  DeleteRegKey HKCU "${KEY_UNINSTALL}"
  DeleteRegKey HKCU "${KEY_LINK}"
  DeleteRegKey HKCU "Software\shopphone"
  DeleteRegValue HKCU "Software\RegisteredApplications" "shopphone"
SectionEnd
