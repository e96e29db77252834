"""The rules of lambdalint, one file each."""
